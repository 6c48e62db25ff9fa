using Alai.Tasks;

namespace Alai.Routing;

/// <summary>The company for a task, and why that one.</summary>
internal sealed record CompanyChoice(CompanyView? Company, string Why)
{
    public static CompanyChoice For(FactoryTask task, RoutingView view)
    {
        var stage = task.Lineage.Stage ?? Stage.Single;
        if (task.Company is { Length: > 0 } named)
            return Named(named, stage, view);

        var domain = task.Classification.Domain;
        var word = SnakeWord<Stage>.Of(stage);
        CompanyView[] able = [.. view.Companies.Where(company => Serves(company, stage))];
        if (able.Length == 0)
            return new CompanyChoice(null, $"no company works in the stage {word}; add one (alai company new) or mend the one that should: alai company validate");

        // The earlier a company names a domain, the more it is its own.
        var expert = able.Where(company => company.Domains.Contains(domain)).OrderBy(company => IndexOf(company.Domains, domain)).FirstOrDefault();
        if (expert is not null)
            return new CompanyChoice(expert, $"{expert.Name} serves {word} in {SnakeWord<Domain>.Of(domain)}");
        var general = able.FirstOrDefault(company => company.Domains.Contains(Domain.General)) ?? able[0];
        return new CompanyChoice(general, $"{general.Name} serves {word}; no company of that stage knows {SnakeWord<Domain>.Of(domain)}");
    }

    private static CompanyChoice Named(string name, Stage stage, RoutingView view)
    {
        var company = view.Companies.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase));
        if (company is null)
            return new CompanyChoice(null, $"the task asks for the company '{name}' and none of that name is loaded; loaded: {string.Join(", ", view.Companies.Select(c => c.Name))}");
        return Serves(company, stage)
            ? new CompanyChoice(company, $"{company.Name} was asked for")
            : new CompanyChoice(null, $"the task asks for the company '{company.Name}', which does not work in the stage {SnakeWord<Stage>.Of(stage)}; take the name off or name another");
    }

    /// <summary>A root with one stage may go to any company.</summary>
    private static bool Serves(CompanyView company, Stage stage) => stage == Stage.Single || company.Stages.Contains(stage);

    private static int IndexOf(IReadOnlyList<Domain> domains, Domain domain)
    {
        for (var i = 0; i < domains.Count; i++)
        {
            if (domains[i] == domain)
                return i;
        }

        return int.MaxValue;
    }
}
