using Alai.Fleet;
using Alai.Routing;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// Asks of one open stage task, in a fixed order, what is in its way. The dispatcher acts on the answer and
/// <c>alai task why</c> prints it: one set of rules, no second opinion.
/// </summary>
internal sealed class DispatchCheck(FactoryParts parts, HostPicker picker)
{
    private static readonly HashSet<string> Nobody = [];

    private readonly RouteChoices choices = new(parts);

    /// <summary>Why nothing at all may start now (halted, outside the hours), or null.</summary>
    public Skip? Closed()
    {
        if (parts.Reader.Halt() is { Halted: true } halt)
            return new Skip(SkipReason.Halted, $"Dispatch is halted by {halt.By}: {halt.Reason}.", "go on: alai resume");
        if (parts.Now.Guessed is [var guessed, ..])
            return new Skip(SkipReason.BadSettings, $"Nothing new starts: {guessed}, and nothing is done by guessed settings.", "see which line: alai doctor; mend it, or move the file away for the defaults; work starts again by itself");
        if (parts.Disk.Shortage() is { } shortage)
            return new Skip(SkipReason.DiskFull, $"Nothing new starts: {shortage}.", "make room on that disk; what runs goes on, and work starts again by itself");
        var (now, hours, zone) = (parts.Time.GetUtcNow(), parts.Settings.Orchestrator.Hours, parts.Settings.Zone);
        return hours.IsOpen(now, zone)
            ? null
            : new Skip(SkipReason.OutsideHours, $"Outside the hours ({hours}); work starts again at {hours.NextOpening(now, zone).ToUniversalTime():yyyy-MM-dd HH:mm} UTC.",
                "wait, or change orchestrator.hours in alai.yaml");
    }

    /// <summary>Checks a task; dispose the answer's lease when nothing is started with it.</summary>
    public DispatchAnswer Run(FactoryTask task) => Closed() is { } closed ? new DispatchAnswer(null, null, closed) : RunOpen(task);

    /// <summary>The same for one of many, when the caller has just asked whether anything may start; a claim asks that again itself.</summary>
    /// <param name="task">The stage.</param>
    /// <param name="root">Its root where the caller has just read it.</param>
    public DispatchAnswer RunOpen(FactoryTask task, FactoryTask? root = null)
    {
        root ??= task.IsRoot ? task : parts.Reader.Find(task.Lineage.Root);
        if (Person(root ?? task, parts.Time.GetUtcNow()) is { } person)
            return new DispatchAnswer(null, null, person);
        if (Clearing.Try(parts, task, root, out var ruling) is null)
            return DispatchAnswer.No(SkipReason.SafetyRule, $"The {ruling.Sentence}.", $"let it run: alai inbox approve {task.Lineage.Root.Value}");
        var answer = RouteOf(task);
        if (answer.Route is { } chosen && parts.Quotas.Until(chosen.Tier, parts.Time.GetUtcNow()) is { } rests)
            return DispatchAnswer.No(SkipReason.Quota, $"The quota of tier {chosen.Tier} ({chosen.Model}) is used up until {rests:yyyy-MM-dd HH:mm} UTC.");
        return answer.Route is { } route
            ? WithSlot(task, route)
            : Unrouted(task, answer.Problem!);
    }

    /// <summary>Where a task would go, slots aside.</summary>
    public RouteAnswer RouteOf(FactoryTask task)
    {
        // Past the door, "people only" means: a person said yes. It still never leaves the house.
        var cleared = task.Sensitivity >= 2 ? task with { Sensitivity = 1 } : task;
        return TaskRouter.Route(cleared, View(task));
    }

    private Skip? Person(FactoryTask root, DateTimeOffset now)
    {
        if (root.Assignee is { } name)
            return new Skip(SkipReason.PersonWorking, $"{name} works on it.", $"give it back: alai task assign {root.Id.Value} --factory");
        var free = root.TouchedAt + parts.Settings.Orchestrator.PersonGrace;
        return free > now
            ? new Skip(SkipReason.Grace, $"A person touched it a moment ago; the factory leaves it alone for {(free.Value - now).TotalSeconds:0} s more (orchestrator.person_grace_s).",
                $"wait, or give it back at once: alai task assign {root.Id.Value} --factory")
            : null;
    }

    private DispatchAnswer WithSlot(FactoryTask task, Route route)
    {
        var limits = FleetMap.Limits(parts.Settings, parts.Fleet.Tiers);
        if (parts.Slots.Blocked(limits, route.Tier) is { } blocked)
            return DispatchAnswer.No(SkipReason.NoCapacity, $"It is ready, but {blocked}.", "see what runs: alai status");
        if (route.Model.Length == 0 || parts.Fleet.Tiers.Find(route.Tier)?.Setting.NeedsHost != true)
            return new DispatchAnswer(route, null, null);
        var pick = picker.Pick(parts.Fleet.Current, route.Model, route.Hosts, localOnly: task.Sensitivity > 0 || !route.Paid);
        if (pick.Lease is { } lease)
            return new DispatchAnswer(route, lease, null);
        return DispatchAnswer.No(
            pick.Full ? SkipReason.NoCapacity : SkipReason.ModelMissing, $"{char.ToUpperInvariant(pick.Reason[0])}{pick.Reason[1..]}.", "see the fleet: alai fleet status");
    }

    // The words of status: which model is missing and the command that brings it.
    private DispatchAnswer Unrouted(FactoryTask task, string problem)
    {
        var reason = NoRoute(task);
        var tier = parts.Fleet.Tiers.Tiers.FirstOrDefault(tier => !tier.Works && problem.EndsWith(tier.Problem, StringComparison.Ordinal))
            ?? parts.Fleet.Tiers.Find(task.Progress.Tier > 0 ? task.Progress.Tier : task.Classification.Complexity);
        var sentence = reason == SkipReason.ModelMissing && tier is { Works: false } missing ? $"tier {missing.Setting.Tier}: {missing.Problem}" : problem;
        return DispatchAnswer.No(reason, $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}.", "see the fleet: alai fleet status");
    }

    private SkipReason NoRoute(FactoryTask task) =>
        parts.Now.Companies.Companies.Count == 0 || (task.Company is { } name && parts.Now.Companies.Find(name) is null)
            ? SkipReason.NoRoute
            : SkipReason.ModelMissing;

    private RoutingView View(FactoryTask task)
    {
        var (companies, commands) = choices.For(task);
        return new()
        {
            Tiers = choices.Tiers(),
            Companies = companies,
            StartInPaid = parts.Settings.Budgets.EscalateIntoPaid,
            EscalateIntoPaid = parts.Settings.Budgets.EscalateIntoPaid,
            Commands = commands,
            BuilderModel = Judges(task) ? BuilderModel(task) : "",
            CouldNotJudge = Judges(task) ? CouldNotJudge(task) : Nobody,
        };
    }

    private static bool Judges(FactoryTask task) => task.Lineage.Stage is Stage.Review or Stage.Security;

    // Another reviewer is a task of its own: those before it are its elder siblings of the same stage and round.
    private HashSet<string> CouldNotJudge(FactoryTask task) => parts.Reader.Family(task.Lineage.Root)
        .Where(member => member.Lineage.Stage == task.Lineage.Stage && member.Lineage.Round == task.Lineage.Round)
        .SelectMany(member => parts.Reader.Runs(member.Id))
        .Where(run => run.Judgement?.Word == JudgementWord.CannotJudge)
        .Select(run => run.Figures.Model).ToHashSet(StringComparer.Ordinal);

    private string BuilderModel(FactoryTask task) => parts.Reader.Family(task.Lineage.Root)
        .Where(member => member.Lineage.Stage == Stage.Build)
        .SelectMany(member => parts.Reader.Runs(member.Id))
        .LastOrDefault(run => run.Outcome == RunOutcome.Verified)?.Figures.Model ?? "";
}
