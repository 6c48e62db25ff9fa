namespace Alai.Client.Views;

/// <summary>A piece of the transcripts of a task, oldest first.</summary>
public sealed record StepListView
{
    /// <summary>The steps.</summary>
    public IReadOnlyList<StepView> Steps { get; init; } = [];

    /// <summary>The place after the last of them, to ask for what comes then.</summary>
    public required string Next { get; init; }

    /// <summary>Whether more is there already.</summary>
    public bool More { get; init; }
}
