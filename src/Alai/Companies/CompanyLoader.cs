using Alai.Tasks;
using Alai.Yaml;

namespace Alai.Companies;

/// <summary>Reads the shipped companies and what a person laid over them.</summary>
public static class CompanyLoader
{
    /// <summary>The folder of blueprints every company may use.</summary>
    internal const string Shared = "shared";

    /// <summary>Reads and checks everything; all problems at once.</summary>
    /// <param name="folders">Folders of companies, later ones over earlier ones, all over the shipped ones; file by file.</param>
    public static CompanyLoad Load(IReadOnlyList<string> folders)
    {
        var problems = new List<ConfigProblem>();
        var sources = CompanySources.Read(folders, problems);
        var reader = new CompanyReader(sources, problems);
        var blueprints = new BlueprintReader(sources, problems);
        var companies = sources.Folders.Where(folder => folder != Shared)
            .Select(folder => reader.Read(folder, blueprints.ReadAll(folder)))
            .OfType<Company>()
            .ToList();
        var catalogue = new CompanyCatalogue(companies, blueprints.ReadAll(Shared));
        CheckRoutes(catalogue, sources, problems);
        return new CompanyLoad(catalogue, problems);
    }

    private static void CheckRoutes(CompanyCatalogue catalogue, CompanySources sources, List<ConfigProblem> problems)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stage in Enum.GetValues<Stage>())
        {
            foreach (var domain in Enum.GetValues<Domain>())
                CheckRoute(catalogue.Serving(stage, domain).ToArray(), stage, domain);
        }

        foreach (var company in catalogue.Companies.Where(company => !reached.Contains(company.Name)))
            problems.Add(new ConfigProblem(FileOf(company), 1, $"no task can reach {company.Title}: it serves no stage and domain"));

        void CheckRoute(Company[] serving, Stage stage, Domain domain)
        {
            var what = $"stage {SnakeWord<Stage>.Of(stage)}, domain {SnakeWord<Domain>.Of(domain)}";
            if (serving.Length == 0 && stage != Stage.Single)
                problems.Add(new ConfigProblem("companies", 0, $"expected a company for {what}; there is none"));
            if (serving.Length > 1)
            {
                problems.Add(new ConfigProblem(
                    FileOf(serving.LastOrDefault(IsOwn) ?? serving[^1]), 1, $"expected one company for {what}; found {string.Join(" and ", serving.Select(one => one.Name))}"));
            }

            reached.UnionWith(serving.Select(one => one.Name));
        }

        // The shipped ones do not clash among themselves: the file to mend is the person's.
        bool IsOwn(Company company) => !FileOf(company).StartsWith("companies/", StringComparison.Ordinal);

        string FileOf(Company company) => sources.Find($"{company.Name}/company.yaml")!.ShownAs;
    }
}
