using Alai.Client;
using Alai.Client.Views;
using Alai.Host.Wire;
using Alai.Pipeline;
using Alai.Tasks;

namespace Alai.Host.Api;

/// <summary>A root's way through its stages.</summary>
internal static class Pipelines
{
    private const int LongestStory = 5000;

    public static async Task<Answer> ShowAsync(Call call)
    {
        var (task, refusal) = call.Task();
        if (task is null)
            return refusal!;
        var reader = call.Factory.Reader;
        var root = reader.Find(task.Lineage.Root) ?? task;
        var stages = reader.Family(root.Id).Where(one => !one.IsRoot).ToList();
        var strip = StripWire.Of(root, reader);
        await reader.SettledAsync(call.Stop);
        return Answer.Of(
            new PipelineView
            {
                Task = TaskWire.Of(root, RunWire.Doing(reader.OpenRuns(), reader).GetValueOrDefault(root.Id, "")),
                Plan = stages.Count == 0 ? "" : StripWire.PlanOf(root, stages[0], reader).Name,
                Strip = strip,
                Stages = [.. stages.Select(stage => new PipelineStageView { Task = TaskWire.Of(stage), Runs = [.. reader.Runs(stage.Id).Select(run => RunWire.Of(run, root))] })],
                Landings = [.. reader.Events(root.Id, 0, LongestStory).Where(happened => happened.Kind == "landed").Select(TaskWire.Of)],
                FollowUps = [.. FollowUps(call, stages)],
                Why = TaskWire.Of(call.Factory.Why.Explain(root.Id)!),
            },
            WireJson.Default.PipelineView);
    }

    public static async Task<Answer> AdvanceAsync(Call call)
    {
        var (task, refusal) = call.Task();
        if (task is null)
            return refusal!;
        var root = task.Lineage.Root;

        // Where a scheduler runs it does the work: two hands on one landing would only wait for each other.
        var waited = call.Factory.Health.SchedulerRuns || await call.Factory.Landing.MoveNowAsync(root, call.Stop);
        call.Factory.Wake.Now();
        var why = call.Factory.Why.Explain(root)!;
        var said = call.Factory.Health.SchedulerRuns ? "the factory looks at it now" : waited ? "moved on" : "nothing of it waits for the factory";
        return Answer.Of(
            new ChangeView { Task = TaskWire.Of(call.Factory.Reader.Find(root)!), Said = $"{root}: {said}. {why.Sentence}" },
            WireJson.Default.ChangeView);
    }

    public static async Task<Answer> ValidateAsync(Call call)
    {
        var words = await call.BodyAsync(WireJson.Default.ValidatePipeline);
        var name = words?.File ?? "";
        var own = call.Factory.Parts.Home.PipelineFile;
        var text = words?.Text ?? "";
        if (name.Length == 0 && File.Exists(own))
            (name, text) = (own, await File.ReadAllTextAsync(own, call.Stop));
        else if (name.Length == 0)
            (name, text) = ("the shipped pipeline", PipelinePlan.Standard.Yaml);
        var load = PipelinePlan.Load(text, name);
        return Answer.Of(
            new ProblemsView
            {
                File = name,
                Problems = [.. load.Problems.Select(problem => problem.ToString())],
                Said = load.Plan is { } plan ? $"{plan.Name}: {string.Join(" -> ", plan.Steps.Select(Step))}" : "",
            },
            WireJson.Default.ProblemsView);
    }

    private static string Step(PlanStep step) => step.Word.ToUpperInvariant() + (step.When == "always" ? "" : $" (if {step.When})");

    private static IEnumerable<TaskView> FollowUps(Call call, List<FactoryTask> stages)
    {
        var ids = stages.Select(stage => stage.Id).ToHashSet();
        return call.Factory.Reader.List(new MissionControl.TaskFilter { Label = PipelineStep.FollowUpLabel, Limit = 500 }).Tasks
            .Where(task => task.Lineage.Parent is { } parent && ids.Contains(parent))
            .Select(task => TaskWire.Of(task));
    }
}
