namespace Alai.Client.Views;

/// <summary>A root's way through its pipeline.</summary>
public sealed record PipelineView
{
    /// <summary>The root.</summary>
    public required TaskView Task { get; init; }

    /// <summary>The plan's name.</summary>
    public required string Plan { get; init; }

    /// <summary>Its stages in one line.</summary>
    public IReadOnlyList<StageMarkView> Strip { get; init; } = [];

    /// <summary>The stage tasks in the order of filing.</summary>
    public IReadOnlyList<PipelineStageView> Stages { get; init; } = [];

    /// <summary>What landed, and where.</summary>
    public IReadOnlyList<EventView> Landings { get; init; } = [];

    /// <summary>Tasks that its findings became.</summary>
    public IReadOnlyList<TaskView> FollowUps { get; init; } = [];

    /// <summary>Why it is where it is.</summary>
    public required WhyView Why { get; init; }
}
