using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>What came of filing.</summary>
/// <param name="Task">The task, or null when refused.</param>
/// <param name="IsNew">False when the idempotency key named a task filed before.</param>
/// <param name="Refusal">Why it was refused: expected, found, what to do; null when filed.</param>
public sealed record FilingAnswer(FactoryTask? Task, bool IsNew, string? Refusal);
