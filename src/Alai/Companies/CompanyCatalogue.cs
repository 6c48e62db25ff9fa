using Alai.Tasks;
using Alai.Yaml;

namespace Alai.Companies;

/// <summary>Every company and blueprint, as of one moment; never changed in place.</summary>
public sealed class CompanyCatalogue
{
    // More names than this are no help in an error.
    private const int NamesShown = 8;

    private readonly Dictionary<string, Company> _companies;
    private readonly Dictionary<string, Blueprint> _shared;

    internal CompanyCatalogue(IEnumerable<Company> companies, IEnumerable<Blueprint> shared)
    {
        Companies = [.. companies.OrderBy(company => company.Name, StringComparer.Ordinal)];
        SharedBlueprints = [.. shared.OrderBy(blueprint => blueprint.Name, StringComparer.Ordinal)];
        _companies = Companies.ToDictionary(company => company.Name, StringComparer.OrdinalIgnoreCase);
        _shared = SharedBlueprints.ToDictionary(blueprint => blueprint.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The companies by name.</summary>
    public IReadOnlyList<Company> Companies { get; }

    /// <summary>The blueprints every company may use.</summary>
    public IReadOnlyList<Blueprint> SharedBlueprints { get; }

    /// <summary>A company by its name, case aside; or null.</summary>
    public Company? Find(string name) => _companies.GetValueOrDefault(name);

    /// <summary>
    /// The company for a stage and a domain: the one that names the domain there, else the one that serves the rest.
    /// SINGLE follows BUILD unless a company serves it itself. Null only in a catalogue with problems.
    /// </summary>
    public Company? ForStage(Stage stage, Domain domain) =>
        Serving(stage, domain).FirstOrDefault()
        ?? (stage == Stage.Single ? Serving(Stage.Build, domain).FirstOrDefault() : null);

    /// <summary>A blueprint by name: the company's own (<c>review-change</c>) before the shared ones; or null.</summary>
    /// <param name="name">The name.</param>
    /// <param name="company">The company that works, or null for shared ones and any company's own.</param>
    public Blueprint? Blueprint(string name, Company? company = null)
    {
        var own = company is null ? Companies.SelectMany(one => one.Blueprints) : company.Blueprints;
        return own.FirstOrDefault(blueprint => string.Equals(blueprint.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? _shared.GetValueOrDefault(name);
    }

    /// <summary>The blueprint chosen for a task by its stage and kind: the company's own, a shared one, else one-shot.</summary>
    public Blueprint? BlueprintFor(Company company, Stage stage, TaskKind kind)
    {
        Blueprint[] all = [.. company.Blueprints, .. SharedBlueprints];
        return all.FirstOrDefault(one => one.Stages.Contains(stage) && one.Kinds.Contains(kind))
            ?? all.FirstOrDefault(one => one.Stages.Contains(stage) && one.Kinds.Count == 0)
            ?? all.FirstOrDefault(one => one.Stages.Count == 0 && one.Kinds.Contains(kind) && stage is Stage.Build or Stage.Single)
            ?? _shared.GetValueOrDefault("one-shot");
    }

    /// <summary>What to say when nobody bears a name: no company, no agent, none of these people (<c>human:NAME</c>).</summary>
    public string UnknownOwner(string name, IEnumerable<string> people)
    {
        string[] known = [.. people.Select(person => person["human:".Length..]), .. _companies.Keys, .. Agents];
        if (known.Length <= NamesShown || Suggest.Nearest(name, known) is not null)
            return $"nobody is called '{name}'{Suggest.Phrase(name, known)}";
        var more = known.Length - NamesShown;
        return $"nobody is called '{name}'; expected one of: {string.Join(", ", known.Take(NamesShown))} and {more} more (alai company list, and alai company show NAME for its agents)";
    }

    /// <summary>What to say when a name is none of these people (<c>human:NAME</c>): the nearest, else a few of them.</summary>
    public static string UnknownPerson(string name, IEnumerable<string> people)
    {
        string[] known = [.. people.Select(person => person["human:".Length..])];
        return $"nobody is called '{name}'{Suggest.Phrase(name, Suggest.Nearest(name, known) is null ? [.. known.Take(NamesShown)] : known)}";
    }

    /// <summary>Every agent, as <c>COMPANY/ROLE</c>.</summary>
    public IEnumerable<string> Agents => Companies.SelectMany(company => company.Roles.Keys.Order(StringComparer.Ordinal).Select(role => $"{company.Name}/{role}"));

    /// <summary>What to say when a company's name is not known.</summary>
    public string Unknown(string name) =>
        $"no company is called '{name}'{Suggest.Phrase(name, [.. _companies.Keys])}";

    /// <summary>Every company that serves a stage and domain: those that name the domain, else those that serve the rest.</summary>
    internal IEnumerable<Company> Serving(Stage stage, Domain domain)
    {
        var named = Companies.Where(one => one.Stages.TryGetValue(stage, out var domains) && domains.Contains(domain)).ToArray();
        return named.Length > 0
            ? named
            : Companies.Where(one => one.Stages.TryGetValue(stage, out var domains) && domains.Count == 0);
    }
}
