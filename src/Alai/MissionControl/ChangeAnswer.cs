using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>What came of a change.</summary>
/// <param name="Task">The task afterwards (the root for verbs on a root), or null when refused.</param>
/// <param name="Refusal">Why it was refused: expected, found, what to do; null when done.</param>
/// <param name="Said">One line for the person, for example <c>#4 paused; was open</c>.</param>
public sealed record ChangeAnswer(FactoryTask? Task, string? Refusal, string Said = "");
