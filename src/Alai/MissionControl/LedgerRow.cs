using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Money of one paid call.</summary>
/// <param name="Root">The root it was for.</param>
/// <param name="Run">The run that made it.</param>
/// <param name="ReservedMicroUsd">Reserved before the call, in millionths of a US dollar.</param>
/// <param name="SettledMicroUsd">What it cost; null while unknown, then the reservation counts.</param>
/// <param name="At">When it was reserved.</param>
public sealed record LedgerRow(TaskId Root, RunId Run, long ReservedMicroUsd, long? SettledMicroUsd, DateTimeOffset At);
