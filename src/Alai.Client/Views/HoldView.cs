namespace Alai.Client.Views;

/// <summary>Why a task is held.</summary>
public sealed record HoldView
{
    /// <summary>One of the closed set, for example <c>safety_rule</c>.</summary>
    public required string Code { get; init; }

    /// <summary>One sentence.</summary>
    public required string Text { get; init; }

    /// <summary>Who can lift it.</summary>
    public required string LiftedBy { get; init; }
}
