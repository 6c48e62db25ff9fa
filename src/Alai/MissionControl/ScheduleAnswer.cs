namespace Alai.MissionControl;

/// <summary>What came of making or changing a schedule.</summary>
/// <param name="Schedule">The schedule as it is now, or as it was when it was removed; null when refused.</param>
/// <param name="Refusal">Why not, or null.</param>
public sealed record ScheduleAnswer(Schedule? Schedule, string? Refusal);
