using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>What a person asks of a task. Verbs on a root act on its stage tasks too; verbs on a stage task act on its root.</summary>
/// <param name="Task">The task.</param>
/// <param name="Actor">The person, as <c>human:NAME</c>.</param>
public abstract record PersonChange(TaskId Task, string Actor)
{
    /// <summary>The same for every change of one call, so that undo takes all of them back: its verb, a space, something unique. Null for a change of its own.</summary>
    public string? Call { get; init; }
}
