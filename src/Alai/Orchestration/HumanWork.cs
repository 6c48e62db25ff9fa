using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// Tier 5: nothing runs, a person does it. In one transaction the root is held for one and the claim is given back: no run
/// was made, so none ended well or badly.
/// </summary>
internal sealed class HumanWork(FactoryParts parts)
{
    /// <summary>Tier 5 of any stage.</summary>
    public static bool Takes(ClaimedRun run) => run.Route.Tier == Tier.Human;

    /// <summary>Puts the root into the inbox. When it changed meanwhile only the claim is given back, and a later tick looks again.</summary>
    public async Task HandOverAsync(ClaimedRun run, IRunLog log, CancellationToken cancellationToken)
    {
        var root = run.Task.Lineage.Root;
        var text = $"A person does this: {run.Route.Reason}. Take it with `alai inbox take {root.Value}`.";
        var back = new GiveBack("nothing runs: a person does this");
        log.Step(new RunStep("note", text));
        if (parts.Reader.Find(root) is { State: TaskState.Open } open && (await parts.Store.AdvanceAsync(
            new RootAdvance
            {
                Root = root,
                Version = open.Version,
                Move = new TaskMove { To = TaskState.Held, Hold = new Hold(HoldCode.HumanTier, text) },
                Run = (run.Key, back),
                EventKind = "handed_over",
                Text = $"{root} waits for a person: {run.Route.Reason}",
            },
            cancellationToken)).Task is not null)
            return;
        await parts.Store.GiveBackAsync(run.Key, back, cancellationToken);
    }
}
