namespace Alai.MissionControl;

/// <summary>Money of paid calls, in millionths of a US dollar.</summary>
/// <param name="DayMicroUsd">Reserved and spent since the day began.</param>
/// <param name="TaskMicroUsd">Reserved and spent on the root asked for.</param>
public sealed record PaidFigures(long DayMicroUsd, long TaskMicroUsd);
