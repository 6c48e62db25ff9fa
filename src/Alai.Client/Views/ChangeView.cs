namespace Alai.Client.Views;

/// <summary>What came of a change.</summary>
public sealed record ChangeView
{
    /// <summary>The task afterwards.</summary>
    public required TaskView Task { get; init; }

    /// <summary>One line for the person.</summary>
    public required string Said { get; init; }
}
