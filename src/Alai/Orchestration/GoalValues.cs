using System.Globalization;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>The values of a blueprint's slots. The task's own words stand fenced in the prompt; goals only point at them.</summary>
internal static class GoalValues
{
    private const string Above = "(as given above)";
    private static readonly string[] Pointers = ["title", "body", "criteria", "findings", "failure", "diff", "checks"];

    public static IReadOnlyDictionary<string, string> Of(StageRun run, Ground ground)
    {
        var environment = ground.Product.Deploy.Count > 0 ? ground.Product.Deploy[0] : null;
        var values = Pointers.ToDictionary(name => name, _ => Above, StringComparer.Ordinal);
        values["stage"] = SnakeWord<Stage>.Of(run.Task.Lineage.Stage!.Value);
        values["round"] = (run.Task.Lineage.Round + 1).ToString(CultureInfo.InvariantCulture);
        values["setup"] = string.Join(" && ", ground.Product.Setup.Commands);
        values["verify"] = string.Join(" && ", ground.Plan.Commands.Select(command => command.Text));
        values["deploy"] = string.Join(" && ", environment?.Commands ?? []);
        values["health"] = environment?.Health ?? "";
        values["rollback"] = string.Join(" && ", environment?.Rollback ?? []);
        values["environment"] = environment?.Name ?? "";
        values["root"] = ground.Product.Root;
        return values;
    }
}
