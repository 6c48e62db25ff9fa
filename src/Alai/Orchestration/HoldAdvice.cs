using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>The command that lifts a hold.</summary>
internal static class HoldAdvice
{
    public static string For(FactoryTask task)
    {
        var id = task.Lineage.Root.Value;
        return task.Hold?.Code switch
        {
            HoldCode.SafetyRule => $"let it run: alai inbox approve {id}; or do it yourself: alai inbox take {id}; or drop it: alai inbox reject {id} --reason \"...\"",
            HoldCode.NeedsApproval => $"look at it: alai task diff {id}; then alai inbox approve {id}, or alai inbox reject {id} --reason \"...\"",
            HoldCode.HumanTier => $"do it: alai inbox take {id}, then alai task done {id} \"what came of it\"",
            HoldCode.Question when PersonJudgement.IsAsked(task) =>
                $"look at it: alai task diff {id}; then alai inbox approve {id}, or alai inbox reject {id} --reason \"...\"; or ask the reviewers again: alai task retry {id}",
            HoldCode.Question => $"answer it: alai inbox answer {id} \"...\"",
            HoldCode.AttemptsExhausted or HoldCode.RoundsExhausted => $"see what failed: alai task log {id}; then alai task retry {id}, or alai inbox take {id}",
            HoldCode.Paused or HoldCode.Blocked => $"go on: alai task resume {id}",
            HoldCode.Budget => $"raise budgets in alai.yaml, then alai task retry {id}; it does not lift by itself, so once a new day has begun alai task retry {id} is enough for a day's ceiling",
            HoldCode.Config => $"mend what it names, then alai task retry {id}",
            HoldCode.Sandbox => $"see what is missing: alai doctor; then alai task retry {id}",
            HoldCode.OutcomeUnknown => $"look at what happened: alai task history {id}; then alai task retry {id}, or alai task done {id} \"...\"",
            _ => "",
        };
    }
}
