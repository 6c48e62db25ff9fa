using Alai.Fleet;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>A claim this process holds.</summary>
/// <param name="Key">What every write of the run carries.</param>
/// <param name="Task">The stage task as claimed.</param>
/// <param name="Route">Where it goes.</param>
/// <param name="Host">The host whose slot it uses, or null.</param>
internal sealed record ClaimedRun(RunKey Key, FactoryTask Task, Route Route, FleetHost? Host)
{
    /// <summary>The task as it was before the claim wrote its tier and company into it.</summary>
    public FactoryTask? Before { get; init; }
}
