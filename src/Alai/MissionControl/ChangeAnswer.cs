using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>What came of a change.</summary>
/// <param name="Task">The task afterwards (the root for verbs on a root), or null when refused.</param>
/// <param name="Refusal">Why it was refused: expected, found, what to do; null when done.</param>
/// <param name="Said">One line for the person, for example <c>#4 paused; was open</c>.</param>
public sealed record ChangeAnswer(FactoryTask? Task, string? Refusal, string Said = "")
{
    /// <summary>For undo: the mark of the call the step was part of; the other steps of it are still to be taken back. Null for a step of its own.</summary>
    public string? Call { get; init; }
}
