namespace Alai.Client.Views;

/// <summary>A task a verb was not done to.</summary>
public sealed record RefusedView
{
    /// <summary>The task.</summary>
    public long Task { get; init; }

    /// <summary>Why not.</summary>
    public required string Reason { get; init; }
}
