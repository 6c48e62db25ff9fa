using Alai.Client.Views;
using Alai.Host.Wire;
using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Rehearsal.Bento;
using Alai.Tasks;

namespace Alai.Host.Demo;

/// <summary>The last line of the demo's news: figures, a timeline for each task, and what waits for a person.</summary>
internal static class DemoEnding
{
    private const int MostWaiting = 50;

    public static DemoNewsView Of(Factory factory, DemoResult result, DemoNews news) => new()
    {
        Kind = "end",
        Result = Figures(result),
        Tasks = [.. Roots(factory.Reader).Select(root => Line(root, factory.Reader, news))],
        Waiting = [.. factory.Reader.Inbox(MostWaiting).Select(task => InboxWire.Of(task, factory))],
        Missed = result.Missed,
    };

    private static DemoResultView Figures(DemoResult result) => new()
    {
        Tasks = result.Tasks,
        Done = result.Done,
        Held = result.Held,
        Cancelled = result.Cancelled,
        Runs = result.Runs,
        GateRejections = result.GateRejections,
        Rounds = result.Rounds,
        Seconds = result.Seconds,
        Model = result.Model,
        Home = result.Home,
    };

    private static IEnumerable<FactoryTask> Roots(IMissionControlReader reader) =>
        reader.List(new TaskFilter { Limit = 500 }).Tasks.OrderBy(root => root.Id.Value);

    private static DemoTaskView Line(FactoryTask root, IMissionControlReader reader, DemoNews news)
    {
        var family = reader.Family(root.Id);
        var runs = family.SelectMany(task => reader.Runs(task.Id)).ToList();
        return new DemoTaskView
        {
            Id = root.Id.Value,
            Title = root.Title,
            State = family.Any(task => task.State == TaskState.Held) ? "held" : SnakeWord<TaskState>.Of(root.State),
            From = runs.Count == 0 ? 0 : news.Since(runs.Min(run => run.StartedAt)),
            Until = runs.Count == 0 ? 0 : news.Since(root.FinishedAt ?? runs.Max(run => run.EndedAt ?? run.StartedAt)),
            Strip = StripWire.Of(root, reader),
        };
    }
}
