using Alai.Tasks;
using Alai.Yaml;

namespace Alai.Companies;

/// <summary>Makes a company of its folder.</summary>
internal sealed class CompanyReader(CompanySources sources, List<ConfigProblem> problems)
{
    /// <summary>Reads a folder; null when it is switched off or too broken to stand for a company.</summary>
    public Company? Read(string folder, IReadOnlyList<Blueprint> blueprints)
    {
        if (sources.Find($"{folder}/company.yaml") is not { } file)
        {
            problems.Add(new ConfigProblem($"companies/{folder}", 0, "expected a company.yaml in the folder; there is none"));
            return null;
        }

        var map = CompanyShape.Company.Check(YamlDocument.Parse(file.Text, file.ShownAs), problems);
        if (map is null || map.Flag("enabled") == false)
            return null;
        var company = new Company
        {
            Name = folder,
            Title = map.Text("title") ?? folder,
            Purpose = map.Text("purpose") ?? "",
            Stages = Stages(map.Map("stages")),
            Soul = Page(folder, "SOUL.md"),
            Roles = CompanyShape.RoleNames.ToDictionary(role => role, role => Role(folder, role, map.Map("roles")?.Map(role))),
            AllowedPaths = Patterns(map, "allowed_paths") ?? ["**"],
            ForbiddenPaths = Patterns(map, "forbidden_paths") ?? [],
            Blueprints = blueprints,
        };
        CheckJudges(company, map);
        return company;
    }

    private static Dictionary<Stage, IReadOnlyList<Domain>> Stages(YamlMap? map)
    {
        var stages = new Dictionary<Stage, IReadOnlyList<Domain>>();
        foreach (var stage in Enum.GetValues<Stage>())
        {
            var words = map?.Texts(SnakeWord<Stage>.Of(stage)) ?? [];
            if (words.Contains(CompanyShape.Rest))
                stages[stage] = [];
            else if (words.Count > 0)
                stages[stage] = [.. words.Where(SnakeWord<Domain>.All.Contains).Select(SnakeWord<Domain>.Parse)];
        }

        return stages;
    }

    private CompanyRole Role(string folder, string role, YamlMap? map) => new()
    {
        Name = role,
        Page = Page(folder, $"agents/{role}.md"),
        Model = map?.Text("model"),
        Tools = map?.Texts("tools") ?? [],
        MaxSteps = map?.Whole("max_steps"),
        MaxMinutes = map?.Whole("max_minutes"),
    };

    private string Page(string folder, string name)
    {
        var page = sources.Find($"{folder}/{name}");
        if (string.IsNullOrWhiteSpace(page?.Text))
            problems.Add(new ConfigProblem($"companies/{folder}/{name}", 0, "expected a page with some text; there is none"));
        return page?.Text.Trim() ?? "";
    }

    private IReadOnlyList<string>? Patterns(YamlMap map, string key)
    {
        var patterns = map.Texts(key);
        foreach (var problem in patterns?.Select(PathGlob.Problem).OfType<string>() ?? [])
            problems.Add(map.ProblemAt(key, problem));
        return patterns;
    }

    private void CheckJudges(Company company, YamlMap map)
    {
        // Design: REVIEW and SECURITY read; a judge that could write could also make what it judges.
        var judges = company.Stages.ContainsKey(Stage.Review) || company.Stages.ContainsKey(Stage.Security);
        var acting = company.Roles["reviewer"].Tools.Intersect(CompanyRole.ActingTools).ToArray();
        if (judges && acting.Length > 0)
        {
            problems.Add(map.ProblemAt(
                "roles", $"expected a reviewer without acting tools in a company that judges; found {string.Join(", ", acting)}"));
        }
    }
}
