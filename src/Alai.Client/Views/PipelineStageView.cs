namespace Alai.Client.Views;

/// <summary>One stage task of a pipeline with its attempts.</summary>
public sealed record PipelineStageView
{
    /// <summary>The stage task.</summary>
    public required TaskView Task { get; init; }

    /// <summary>Its attempts, oldest first.</summary>
    public IReadOnlyList<RunView> Runs { get; init; } = [];
}
