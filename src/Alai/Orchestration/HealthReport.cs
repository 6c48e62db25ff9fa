using Alai.MissionControl;

namespace Alai.Orchestration;

/// <summary>The factory's state in one look.</summary>
/// <param name="State"><c>healthy</c>, <c>needs attention</c>, <c>halted</c> or <c>not running</c>.</param>
/// <param name="Problems">What is wrong and what to do, one sentence each.</param>
/// <param name="LastTick">The newest heartbeat row, or null.</param>
/// <param name="Halt">Whether dispatch is halted.</param>
/// <param name="SlotsInUse">Runs under way.</param>
/// <param name="Slots">Runs allowed at once.</param>
internal sealed record HealthReport(
    string State,
    IReadOnlyList<string> Problems,
    TickRecord? LastTick,
    HaltState Halt,
    int SlotsInUse,
    int Slots);
