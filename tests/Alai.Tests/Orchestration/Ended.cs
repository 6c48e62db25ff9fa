using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Tests.Orchestration;

/// <summary>Where a piece of work stands.</summary>
internal sealed record Ended(FactoryTask Root, FactoryTask Stage, IReadOnlyList<RunRecord> Runs)
{
    public RunOutcome? First => Runs.FirstOrDefault(run => run.Outcome is not null)?.Outcome;

    public RunRecord Last => Runs[^1];

    public string Words => string.Join('\n', Runs.Select(run => $"{run.Outcome}: {run.Reason}").Append($"{Stage.State} {Stage.Hold?.Code} {Stage.Hold?.Text}"));
}
