using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>Tier 5: nothing runs, a person does it. The executor is <c>human-queue</c>.</summary>
internal sealed class HumanWork(Conclusion conclusion) : IStageWork
{
    /// <summary>Tier 5 of any stage.</summary>
    public bool Takes(ClaimedRun run) => run.Route.Tier == Tier.Human;

    /// <summary>Puts it into the inbox.</summary>
    public Task<Transition> RunAsync(StageRun run, CancellationToken cancellationToken)
    {
        var text = $"A person does this: {run.Route.Reason}. Take it with `alai inbox take {run.Root.Id.Value}`.";
        run.Log.Step(new RunStep("note", text));
        return Task.FromResult(conclusion.Held(run.Claim, new Hold(HoldCode.HumanTier, text)));
    }
}
