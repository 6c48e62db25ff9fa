namespace Alai.MissionControl;

/// <summary>What the end of a run adds to its task.</summary>
/// <param name="Attempt">Whether it used an attempt up.</param>
/// <param name="Escalation">Whether it climbed a tier.</param>
/// <param name="Transient">Whether it is one more transient end in a row, or ends the row; null leaves the count.</param>
internal readonly record struct RunCounts(bool Attempt, bool Escalation, bool? Transient);
