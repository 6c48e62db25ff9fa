using Alai.Tasks;
using Alai.Yaml;

namespace Alai.Pipeline;

/// <summary>What makes a plan sound: an order in which every step has what it works from.</summary>
internal static class PlanCheck
{
    public static List<PlanStep> Read(YamlMap map, List<ConfigProblem> problems)
    {
        var steps = new List<PlanStep>();
        foreach (var item in map.Maps("steps"))
        {
            var step = new PlanStep(item.Word<Stage>("do"), item.Text("when") ?? "always");
            if (Wrong(step, steps) is { } wrong)
                problems.Add(item.ProblemAt("do", wrong));
            steps.Add(step);
        }

        if (steps.Count == 0)
            problems.Add(map.ProblemAt("steps", "expected at least one step; found none"));
        var unlanded = steps.FindLastIndex(Makes);
        if (unlanded >= 0 && !steps.Skip(unlanded).Any(step => step.Lands && Covers(step, steps[unlanded])))
            problems.Add(map.ProblemAt("steps", $"expected 'do: land' after '{steps[unlanded].Word}'; its result would reach no branch"));
        return steps;
    }

    private static string? Wrong(PlanStep step, List<PlanStep> before)
    {
        if (step.Stage is { } stage && before.Any(one => one.Stage == stage))
            return $"expected each stage once; '{step.Word}' is there already";
        if (before.Any(one => one.Stage == Stage.Single) || (step.Stage == Stage.Single && before.Count > 0))
            return "expected 'single' to stand alone";
        if (before.Count == 0 && (step.When != "always" || step.Stage is not (Stage.Build or Stage.Single)))
            return "expected the first step to be 'build' or 'single' without a condition";
        if (step.Judges && (step.When != "always" || before.Any(one => one.Lands)))
            return $"expected '{step.Word}' before every landing and without a condition; it judges what may land";
        if (step.Stage is Stage.Ops or Stage.Docs && !before.Any(one => one.Lands))
            return $"expected '{step.Word}' after 'land'; it works on what landed";
        var made = before.FindLastIndex(Makes);
        return step.Lands && (made < 0 || before.Skip(made).Any(one => one.Lands))
            ? "expected a landing to follow 'build' or 'docs'; there is nothing new to land"
            : null;
    }

    private static bool Makes(PlanStep step) => step.Stage is Stage.Build or Stage.Docs;

    private static bool Covers(PlanStep landing, PlanStep maker) => landing.When == "always" || landing.When == maker.When;
}
