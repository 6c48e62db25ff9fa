using Alai.Tasks;
using Alai.Yaml;

namespace Alai.Companies;

/// <summary>Makes blueprints of the YAML files of a folder <c>blueprints/</c>.</summary>
internal sealed class BlueprintReader(CompanySources sources, List<ConfigProblem> problems)
{
    public IReadOnlyList<Blueprint> ReadAll(string folder) =>
        [.. sources.In($"{folder}/blueprints", ".yaml").Select(file => Read(file.Name, file.File)).OfType<Blueprint>()];

    private Blueprint? Read(string name, CompanyText file)
    {
        var own = new List<ConfigProblem>();
        var map = CompanyShape.Blueprint.Check(YamlDocument.Parse(file.Text, file.ShownAs), own);
        var steps = new List<BlueprintStep>();
        foreach (var step in map?.Maps("steps") ?? [])
        {
            Check(step, steps, own);
            steps.Add(Step(step));
        }

        if (map is not null && map.Has("steps") && steps.Count == 0)
            own.Add(map.ProblemAt("steps", "expected at least one step; found none"));
        problems.AddRange(own);
        return map is null || own.Count > 0 ? null : new Blueprint
        {
            Name = name,
            Summary = map.Text("summary") ?? "",
            Stages = [.. (map.Texts("stages") ?? []).Select(SnakeWord<Stage>.Parse)],
            Kinds = [.. (map.Texts("kinds") ?? []).Select(SnakeWord<TaskKind>.Parse)],
            Steps = steps,
        };
    }

    private static BlueprintStep Step(YamlMap map)
    {
        var (when, expect) = (map.Map("when"), map.Map("expect"));
        return new BlueprintStep
        {
            Name = map.Text("name") ?? "",
            Run = map.Text("run"),
            Goal = map.Text("agent"),
            Retries = map.Whole("retries") ?? 0,
            When = new StepCondition(
                when?.Text("file"), when?.Text("changed"), when?.Text("set"), when?.Text("failed"), when?.Text("passed")),
            Expect = new StepExpectation(
                expect?.Flag("fails") ?? false, expect?.Text("output"), expect?.Text("file"), expect?.Text("changed")),
        };
    }

    private static void Check(YamlMap map, List<BlueprintStep> before, List<ConfigProblem> own)
    {
        if (map.Has("run") == map.Has("agent"))
            own.Add(map.Problem("expected either 'run' or 'agent' in a step; found " + (map.Has("run") ? "both" : "neither")));
        if (map.Text("name") is { } name && before.Any(step => step.Name == name))
            own.Add(map.ProblemAt("name", $"expected a name no other step has; '{name}' is taken"));
        if (map.Map("expect") is { } expect && expect.Has("fails") && map.Has("agent"))
            own.Add(expect.ProblemAt("fails", "expected 'fails' with a command alone; an agent has no exit code"));
        CheckSlots(map, "run", BlueprintSlots.Commands, own);
        CheckSlots(map, "agent", BlueprintSlots.Goals, own);
        string[] names = [.. before.Select(step => step.Name)];
        foreach (var key in (string[])["failed", "passed"])
        {
            if (map.Map("when") is { } when && when.Text(key) is { } step && !names.Contains(step))
                own.Add(when.ProblemAt(key, $"no step before this one is called '{step}'{Suggest.Phrase(step, names)}"));
        }

        foreach (var (part, pattern) in Patterns(map))
        {
            if (PathGlob.Problem(pattern) is { } problem)
                own.Add(part.Problem(problem));
        }
    }

    private static IEnumerable<(YamlMap Part, string Pattern)> Patterns(YamlMap map) =>
        from part in new[] { map.Map("when"), map.Map("expect") }
        where part is not null
        from pattern in new[] { part.Text("file"), part.Text("changed") }
        where pattern is not null
        select (part, pattern);

    private static void CheckSlots(YamlMap map, string key, IReadOnlyList<string> known, List<ConfigProblem> own)
    {
        try
        {
            foreach (var slot in Template.Names(map.Text(key) ?? "").Where(slot => !known.Contains(slot)))
            {
                var why = BlueprintSlots.Goals.Contains(slot)
                    ? $"slot '{slot}' may not enter a command: it is not the product file's own; use one of {string.Join(", ", known)}"
                    : $"unknown slot '{slot}'{Suggest.Phrase(slot, known)}";
                own.Add(map.ProblemAt(key, why));
            }
        }
        catch (FactoryException broken)
        {
            own.Add(map.ProblemAt(key, $"{broken.Message}. {broken.Hint}"));
        }
    }
}
