using Alai.Classifying;
using Alai.Fleet;
using Alai.Minions;
using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// Where the rules were not sure of a task, the tier-1 model is asked once, as the run's first metered step. A word of its
/// that cannot be used leaves the rules' and says so; either way nobody is asked again.
/// </summary>
internal sealed class Refinement(FactoryParts parts, ModelDoor door, DispatchCheck check)
{
    /// <summary>From here on the rules are believed.</summary>
    private const double Sure = 0.8;

    /// <summary>Asks if there is anything to ask; null when not.</summary>
    public async Task<Refined?> AskAsync(ClaimedRun claim, IRunLog log, CancellationToken cancellationToken)
    {
        if (!IsUnsure(claim) || Smallest() is not { } tier)
            return null;
        using var lease = claim.Route.Model == tier.Setting.Model ? null : Lease(claim.Task, tier);
        if ((claim.Route.Model == tier.Setting.Model ? claim.Host : lease?.Host) is not { } host)
            return null;
        var model = tier.Setting.Model;
        var question = new ModelQuestion(host, model, ModelCalls.WindowOf(parts.Fleet.Current, host, model));
        var root = parts.Reader.Find(claim.Task.Lineage.Root) ?? claim.Task;
        var opinion = await new ModelClassifier(door.Engines[host.Engine]).ClassifyAsync(question, root.Text, claim.Task.Classification, cancellationToken);
        log.Step(Told(opinion, model));
        return new Refined(opinion.Classification, MoveFor(claim, opinion), new RunFigures
        {
            ModelCalls = 1,
            TokensIn = opinion.PromptTokens,
            TokensOut = opinion.OutputTokens,
        });
    }

    // Work by commands alone asks no model anything, and what a person or an escalation chose is not asked again.
    private static bool IsUnsure(ClaimedRun claim) =>
        claim.Task.Lineage.Stage is Stage.Build or Stage.Single
        && claim.Route.Model.Length > 0
        && claim.Task.Classification is { By: "rules", Confidence: < Sure } rules
        && !rules.Why.Contains("rules kept", StringComparison.Ordinal);

    private TierState? Smallest() => parts.Fleet.Tiers.Find(Tier.Smallest) is { Works: true, Setting: { NeedsHost: true, Paid: false } } tier ? tier : null;

    private HostLease? Lease(FactoryTask task, TierState tier) =>
        door.Picker.Pick(parts.Fleet.Current, tier.Setting.Model, tier.Setting.Hosts, localOnly: task.Sensitivity > 0 || !tier.Setting.Paid).Lease;

    // The claim holds a slot of the route it was made for: another route is claimed anew, and no attempt is counted.
    private GiveBack? MoveFor(ClaimedRun claim, ModelOpinion opinion)
    {
        if (opinion.Trouble is not null
            || check.RouteOf((claim.Before ?? claim.Task) with { Classification = opinion.Classification }).Route is not { } route
            || route.Tier == claim.Route.Tier)
            return null;
        return new GiveBack(
            $"classified anew by {opinion.Classification.By}: complexity {opinion.Classification.Complexity}, {opinion.Classification.Why}; {route.Reason}",
            Tier: route.Tier,
            Classification: opinion.Classification);
    }

    private static RunStep Told(ModelOpinion opinion, string model) => opinion.Trouble is { } trouble
        ? new RunStep("warning", $"classification: {trouble}; the rules' word counts")
        : new RunStep("model", $"classified by {model}: complexity {opinion.Classification.Complexity}, {SnakeWord<Domain>.Of(opinion.Classification.Domain)}, {SnakeWord<TaskKind>.Of(opinion.Classification.Kind)}", opinion.Classification.Why);
}
