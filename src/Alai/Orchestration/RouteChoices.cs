using System.Collections.Concurrent;
using Alai.Companies;
using Alai.Fleet;
using Alai.Routing;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// What the router may choose from. It is the same for every task of a sort until a probe or a file says otherwise, and a tick asks
/// for hundreds, so it is worked out once. Thread-safe.
/// </summary>
internal sealed class RouteChoices(FactoryParts parts)
{
    private volatile Ladder? ladder;
    private volatile Guild? guild;

    /// <summary>The tiers as the last probe left them.</summary>
    public IReadOnlyList<TierView> Tiers()
    {
        var now = parts.Fleet.Tiers;
        if (ladder is { } last && ReferenceEquals(last.Of, now))
            return last.Tiers;
        var made = new Ladder(now, [.. now.Tiers.Select(TierOf)]);
        ladder = made;
        return made.Tiers;
    }

    /// <summary>The companies a task may go to, and the blueprint when all its steps are commands, else empty.</summary>
    public (IReadOnlyList<CompanyView> Companies, string Commands) For(FactoryTask task)
    {
        var companies = parts.Now.Companies;
        if (guild is not { } last || !ReferenceEquals(last.Of, companies))
            guild = last = new Guild(companies);
        var sort = new Sort(task.Lineage.Stage, task.Classification.Domain, task.Classification.Kind, task.Company);
        return last.Found.GetOrAdd(sort, _ => (Companies(companies, task), Commands(companies, task)));
    }

    private static TierView TierOf(TierState tier) => new()
    {
        Tier = tier.Setting.Tier,
        Model = tier.Setting.Model,
        Hosts = tier.Setting.Hosts.Count > 0 ? tier.Setting.Hosts : tier.Hosts,
        Executors = tier.Setting.Executors,
        Paid = tier.Setting.Paid,
        LeavesHouse = tier.Setting.Paid || tier.Served is { IsLocal: false },
        Missing = tier.Works ? null : tier.Problem,
    };

    // The catalogue was checked at load: it alone says which company serves a stage and a domain.
    private static CompanyView[] Companies(CompanyCatalogue companies, FactoryTask task)
    {
        var stage = task.Lineage.Stage ?? Stage.Single;
        var domain = task.Classification.Domain;
        if (task.Company is { } name)
            return companies.Find(name) is { } asked ? [new CompanyView(asked.Name, [stage], [domain])] : [];
        return companies.ForStage(stage, domain) is { } company ? [new CompanyView(company.Name, [stage], [domain])] : [];
    }

    // Judging and deploying are no blueprint's steps of this sort; a task that changes files may be nothing but commands.
    private static string Commands(CompanyCatalogue companies, FactoryTask task)
    {
        if (task.Lineage.Stage is not (Stage.Build or Stage.Single) || task.Classification.Kind is TaskKind.Question or TaskKind.Errand)
            return "";
        var stage = task.Lineage.Stage.Value;
        var company = task.Company is { } name ? companies.Find(name) : companies.ForStage(stage, task.Classification.Domain);
        return company is not null && companies.BlueprintFor(company, stage, task.Classification.Kind) is { NeedsModel: false } blueprint
            ? blueprint.Name
            : "";
    }

    private sealed record Ladder(TierTable Of, IReadOnlyList<TierView> Tiers);

    private sealed record Guild(CompanyCatalogue Of)
    {
        public ConcurrentDictionary<Sort, (IReadOnlyList<CompanyView> Companies, string Commands)> Found { get; } = new();
    }

    // All that decides; a catalogue has a few dozen of them.
    private readonly record struct Sort(Stage? Stage, Domain Domain, TaskKind Kind, string? Company);
}
