using System.Globalization;
using Alai.Client;
using Alai.Client.Views;
using Alai.Host.Wire;
using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Host.Api;

/// <summary>Reading tasks.</summary>
internal static class TaskReading
{
    private const int LongestPage = 500;
    private const int LongestStory = 5000;

    public static Task<Answer> List(Call call)
    {
        var words = call.QueryAll("state");
        if (words.FirstOrDefault(word => !SnakeWord<TaskState>.TryParse(word, out _)) is { } unknown)
            return Task.FromResult(Words.Unknown<TaskState>("state", unknown));
        if (call.Query("hold") is { } hold && !SnakeWord<HoldCode>.TryParse(hold, out _))
            return Task.FromResult(Words.Unknown<HoldCode>("hold", hold));
        if (call.Number("limit", 50) is < 1 or > LongestPage)
            return Task.FromResult(Answer.Bad("A page has 1 to 500 tasks.", "1 to 500", call.Query("limit") ?? ""));
        var page = call.Factory.Reader.List(Filter(call, words));
        var doing = RunWire.Standing(page.Tasks, call.Factory.Reader);
        return Task.FromResult(Answer.Of(
            new TaskListView
            {
                Tasks = [.. page.Tasks.Select(task => TaskWire.Of(task, doing.GetValueOrDefault(task.Id, "")))],
                Next = page.Next,
                Note = page.Tasks.Count == 0 ? UnknownProduct(call) : null,
            },
            WireJson.Default.TaskListView));
    }

    public static Task<Answer> Search(Call call)
    {
        if (call.Query("words") is not { } words)
            return Task.FromResult(Answer.Bad("Words to look for were expected.", "one word or more", "nothing"));
        if (call.Number("limit", 50) is < 1 or > LongestPage)
            return Task.FromResult(Answer.Bad("A page has 1 to 500 tasks.", "1 to 500", call.Query("limit") ?? ""));
        var page = call.Factory.Reader.Search(words, Math.Max(0, call.Number("after", 0)), call.Number("limit", 50));
        return Task.FromResult(Answer.Of(
            new TaskListView { Tasks = [.. page.Tasks.Select(task => TaskWire.Of(task))], Next = page.Next }, WireJson.Default.TaskListView));
    }

    public static Task<Answer> Show(Call call) => OfTask(call, task =>
    {
        var reader = call.Factory.Reader;
        var family = reader.Family(task.Lineage.Root);

        // A family comes without bodies.
        var root = reader.Find(task.Lineage.Root) ?? task;
        var running = RunWire.Doing(reader.OpenRuns(), reader);
        return Answer.Of(
            new TaskPageView
            {
                Task = TaskWire.Of(root, running.GetValueOrDefault(root.Id, "")),
                Stages = [.. family.Skip(1).Select(stage => TaskWire.Of(stage))],
                Runs = [.. family.SelectMany(stage => reader.Runs(stage.Id)).OrderBy(run => run.StartedAt).Select(run => RunWire.Of(run, root))],
                Children = [.. reader.Children(root.Id).Select(child => TaskWire.Of(child))],
                WaitsFor = [.. reader.Unmet(root.Id).Select(one => TaskWire.Of(one))],
                WaitsForLanding = Orchestration.PipelineFollow.WaitsForLandingOnly(root),
                Why = TaskWire.Of(call.Factory.Why.Explain(root.Id)!),
            },
            WireJson.Default.TaskPageView);
    });

    public static Task<Answer> Why(Call call) => OfTask(call, task =>
        Answer.Of(TaskWire.Of(call.Factory.Why.Explain(task.Id)!), WireJson.Default.WhyView));

    public static async Task<Answer> HistoryAsync(Call call)
    {
        var (task, refusal) = call.Task();
        if (task is null)
            return refusal!;
        var root = call.Factory.Reader.Find(task.Lineage.Root) ?? task;
        await call.Factory.Reader.SettledAsync(call.Stop);
        var events = call.Factory.Reader.Events(root.Id, call.Place("after") ?? 0, LongestStory);
        return Answer.Of(
            new HistoryView { Task = TaskWire.Of(root), Events = [.. events.Select(TaskWire.Of)] },
            WireJson.Default.HistoryView);
    }

    public static Task<Answer> Stats(Call call)
    {
        var since = call.Query("since") is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var given)
            ? given
            : StatusWire.Midnight(call.Factory.Settings.Zone, call.Daemon.Time.GetUtcNow());
        return Task.FromResult(Answer.Of(StatusWire.Of(call.Factory.Reader.Counts(since), since), WireJson.Default.StatsView));
    }

    private static Task<Answer> OfTask(Call call, Func<FactoryTask, Answer> read)
    {
        var (task, refusal) = call.Task();
        return Task.FromResult(task is null ? refusal! : read(task));
    }

    // A product that is registered no more still has its tasks: only where none is found is its name doubted.
    private static string? UnknownProduct(Call call) =>
        call.Query("product") is { } name && call.Factory.Products.Find(name) is null ? call.Factory.Products.Unknown(name) : null;

    private static TaskFilter Filter(Call call, IReadOnlyList<string> states) => new()
    {
        States = [.. states.Select(SnakeWord<TaskState>.Parse)],
        RootsOnly = call.Query("stages") != "true",
        Product = call.Query("product"),
        Owner = call.Query("owner"),
        Label = call.Query("label"),
        Hold = call.Query("hold") is { } hold ? SnakeWord<HoldCode>.Parse(hold) : null,
        Text = call.Query("text"),
        ByDue = call.Query("due") == "true" || call.Query("late") == "true",
        DueBefore = call.Query("late") == "true" ? call.Daemon.Time.GetUtcNow() : null,
        ByUrgency = call.Query("urgent") == "true",
        After = call.Query("after"),
        Limit = call.Number("limit", 50),
    };
}
