using Alai.Tasks;

namespace Alai.Routing;

/// <summary>The tier for a task, and why that one.</summary>
internal sealed class TierChoice(FactoryTask task, RoutingView view)
{
    // People are always there, also when a configuration names no tier 5.
    private static readonly TierView People = new() { Tier = Tier.Human, Executors = ["human-queue"] };

    private bool IsEscalation => task.Progress.Escalations > 0;

    public (TierView? Tier, string Why) Choose()
    {
        if (task.Sensitivity >= 2)
            return (Human, "tier 5: the task is for people only");
        var (wanted, why) = Wanted();
        if (wanted >= Tier.Human)
            return (Human, $"tier 5: {why}");
        var tier = view.Tiers.FirstOrDefault(t => t.Tier == wanted);
        if (tier is null)
            return Nearest(wanted, $"{why}, but tier {wanted} is absent");
        if (Forbidden(tier) is { } reason)
            return Nearest(wanted, $"{why}, but {reason}");
        if (tier.Missing is { } missing)
            return (null, $"tier {wanted} ({why}) names the model {tier.Model} and no host serves it: {missing}");
        return Another(tier) is { } other
            ? (other, $"tier {other.Tier}: another model than {(tier.Model == view.BuilderModel ? "the builder's " : "")}{tier.Model}{(tier.Model == view.BuilderModel ? "" : ", which could not judge")}")
            : (tier, $"tier {wanted}: {why}");
    }

    private TierView Human => view.Tiers.FirstOrDefault(t => t.Tier == Tier.Human) ?? People;

    private (int Tier, string Why) Wanted()
    {
        var progress = task.Progress;
        if (progress.Tier > 0)
            return (progress.Tier, IsEscalation ? $"escalated {progress.Escalations}x" : "asked for or tried before");
        var complexity = Math.Clamp(task.Classification.Complexity, Tier.Smallest, Tier.Human);
        return (complexity, $"complexity {complexity}");
    }

    /// <summary>Why this task may not go to a tier that exists, or null.</summary>
    private string? Forbidden(TierView tier)
    {
        if (task.Sensitivity >= 1 && (tier.Paid || tier.LeavesHouse))
            return $"tier {tier.Tier} leaves the house and the task must not (sensitivity 1)";
        if (!tier.Paid)
            return null;
        return IsEscalation
            ? view.EscalateIntoPaid ? null : $"tier {tier.Tier} is paid and escalate_into_paid is off"
            : view.StartInPaid ? null : $"tier {tier.Tier} is paid and escalate_into_paid is off";
    }

    /// <summary>
    /// The nearest local tier that is served; of two equally near the abler one. Where there is none, a paid one the owner
    /// allowed. An escalation goes up or to a person: the tier it came from has failed.
    /// </summary>
    private (TierView? Tier, string Why) Nearest(int wanted, string why)
    {
        TierView[] usable =
        [
            .. view.Tiers.Where(t => t.Tier < Tier.Human && t.Missing is null && Forbidden(t) is null)
                .Where(t => !IsEscalation || t.Tier > wanted)
                .OrderBy(t => t.Paid).ThenBy(t => Math.Abs(t.Tier - wanted)).ThenByDescending(t => t.Tier),
        ];
        if (usable.Length > 0)
        {
            var tier = Another(usable[0]) ?? usable[0];
            return (tier, $"tier {tier.Tier}: {why}; the nearest {(tier.Paid ? "one, paid as escalate_into_paid allows" : "local one")}");
        }

        if (IsEscalation)
            return (Human, $"tier 5: {why} and there is no tier above");
        return (null, $"{why}, and no local model is served: start a model server and pull a model (alai fleet status), or allow another tier");
    }

    /// <summary>
    /// For a judging stage: the next tier up, else down, whose model did not build what is judged and was not asked in
    /// vain before; null when not needed or not there. One that could not judge is still better than the builder's.
    /// </summary>
    private TierView? Another(TierView tier)
    {
        if (!TaskRouter.Judges(task.Lineage.Stage) || (tier.Model != view.BuilderModel && !view.CouldNotJudge.Contains(tier.Model)))
            return null;
        var others = view.Tiers
            .Where(t => t.Tier < Tier.Human && t is { Paid: false, Missing: null } && t.Model != view.BuilderModel && t.Model != tier.Model && Forbidden(t) is null)
            .OrderBy(t => view.CouldNotJudge.Contains(t.Model)).ThenBy(t => t.Tier > tier.Tier ? 0 : 1).ThenBy(t => Math.Abs(t.Tier - tier.Tier))
            .FirstOrDefault();
        return tier.Model != view.BuilderModel && others is not null && view.CouldNotJudge.Contains(others.Model) ? null : others;
    }
}
