using System.Reflection;
using Alai.Tasks;
using Alai.Yaml;

namespace Alai.Pipeline;

/// <summary>The steps a root goes through, as data. Its text is copied into the root's row, so an edit never changes a running one.</summary>
public sealed class PipelinePlan
{
    private static readonly Lazy<PipelinePlan> StandardPlan = new(() => Shipped("pipeline.yaml"));
    private static readonly Lazy<PipelinePlan> SinglePlan = new(() => Shipped("single.yaml"));

    internal PipelinePlan(string name, IReadOnlyList<PlanStep> steps, string yaml)
    {
        Name = name;
        Steps = steps;
        Yaml = yaml;
    }

    /// <summary>BUILD, REVIEW, SECURITY, landing, OPS when deploy, DOCS and their landing when docs.</summary>
    public static PipelinePlan Standard => StandardPlan.Value;

    /// <summary>One stage and nothing to land: a question, an errand, a one-shot minion.</summary>
    public static PipelinePlan Single => SinglePlan.Value;

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The steps in order; never empty, the first is always done.</summary>
    public IReadOnlyList<PlanStep> Steps { get; }

    /// <summary>The text it was read from.</summary>
    public string Yaml { get; }

    /// <summary>The stage filed together with the root.</summary>
    public Stage FirstStage => Steps[0].Stage!.Value;

    /// <summary>What a plan may hold.</summary>
    public static YamlShape Shape { get; } = new("a pipeline",
    [
        new("name", YamlKind.Text, "What the plan is called.") { Required = true },
        new("steps", YamlKind.Maps, "The steps in order.") { Required = true },
        new("steps.do", YamlKind.Word, "A stage, or land: the daemon verifies the merge and moves the target branch.")
        {
            Required = true, Words = [.. SnakeWord<Stage>.All, PlanStep.LandWord],
        },
        new("steps.when", YamlKind.Word, "The flag of the task that makes the step apply.")
        {
            Default = "always", Words = ["always", "deploy", "docs"],
        },
    ]);

    /// <summary>Reads and checks a plan. Never throws for what it says.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="file">The name printed with problems.</param>
    public static PipelinePlanLoad Load(string yaml, string file = "pipeline.yaml")
    {
        var problems = new List<ConfigProblem>();
        var map = Shape.Check(YamlDocument.Parse(yaml, file), problems);
        var steps = map is null || problems.Count > 0 ? [] : PlanCheck.Read(map, problems);
        return new PipelinePlanLoad(
            problems.Count == 0 ? new PipelinePlan(map!.Text("name")!, steps, yaml) : null, problems);
    }

    /// <summary>The plan for a kind of task when nobody says otherwise.</summary>
    public static PipelinePlan For(TaskKind kind) => kind is TaskKind.Question or TaskKind.Errand ? Single : Standard;

    /// <summary>The stages a task with these flags goes through, in order, landings left out; for drawings.</summary>
    public IReadOnlyList<Stage> StagesFor(bool deploy, bool docs) =>
        [.. Steps.Where(step => step.Applies(deploy, docs)).Select(step => step.Stage).OfType<Stage>()];

    private static PipelinePlan Shipped(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Alai.Pipeline.{name}")
            ?? throw new FactoryException($"the assembly lacks its plan {name}", "Build it again.");
        using var reader = new StreamReader(stream);
        var load = Load(reader.ReadToEnd(), name);
        return load.Plan ?? throw new FactoryException($"the shipped plan is broken: {load.Problems[0]}", "Build it again.");
    }
}
