using System.Net;
using Alai.Client;
using Alai.Client.Requests;
using Alai.Client.Views;
using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Host.Api;

/// <summary>Many tasks in one call: filed all or none, changed each by itself.</summary>
internal static class ManyTasks
{
    // One transaction: short enough that a claim does not notice it.
    private const int MostFiled = 200;
    private const int MostChanged = 500;

    public static async Task<Answer> FileAsync(Call call)
    {
        if (await call.BodyAsync(WireJson.Default.FileTasks) is not { Tasks.Count: > 0 and <= MostFiled } words)
            return Answer.Bad("Tasks to file were expected.", $"a JSON object with 1 to {MostFiled} tasks");
        var requests = new List<FilingRequest>();
        foreach (var task in words.Tasks)
        {
            if (!SnakeWord<Priority>.TryParse(task.Priority, out var priority))
                return Refused(requests.Count, words.Tasks, $"unknown priority '{task.Priority}'", "one of: blocker, high, medium, low");
            requests.Add(TaskFiling.Request(task, priority, call.Actor));
        }

        var answers = await call.Factory.Filing.FileManyAsync(requests, call.Stop);
        for (var i = 0; i < answers.Count; i++)
        {
            // The first that is refused for itself; the others only went with it.
            if (answers[i].Refusal is { } refusal && !refusal.StartsWith("not filed, because", StringComparison.Ordinal))
                return Refused(i, words.Tasks, refusal);
        }

        return Answer.Of(
            new FiledListView { Filed = [.. answers.Select(answer => TaskFiling.Filed(answer))] }, WireJson.Default.FiledListView, HttpStatusCode.Created);
    }

    private static Answer Refused(int at, IReadOnlyList<FileTask> tasks, string refusal, string expected = "") => Answer.No(
        HttpStatusCode.BadRequest,
        new Problem($"task {at + 1} of {tasks.Count} ({tasks[at].Title}): {refusal}", expected, Hint: "None of this call was filed.") { Entry = at + 1 });

    public static async Task<Answer> ChangeAsync(Call call)
    {
        if (await call.BodyAsync(WireJson.Default.ChangeTasks) is not { Ids.Count: > 0 and <= MostChanged } words)
            return Answer.Bad("Tasks to change were expected.", $"a JSON object with 1 to {MostChanged} ids");
        var verb = call.Route("verb");
        if (TaskVerbs.UnknownForMany(verb) is { } unknown)
            return unknown;
        if (verb == "edit" && TaskFiling.NotForMany(words.Words.Fields) is { } own)
            return own;
        var mark = words.Call is { Length: > 0 and <= 64 } begun ? begun : $"{verb} {Ulid.New(call.Factory.Parts.Time.GetUtcNow())}";
        var changed = new List<long>();
        var refused = new List<RefusedView>();
        foreach (var id in words.Ids)
        {
            var answer = await call.Factory.ChangeAsync(Change(call, verb, new TaskId(id), words.Words) with { Call = mark }, call.Stop);
            if (answer.Task is not null)
                changed.Add(id);
            else
                refused.Add(new RefusedView { Task = id, Reason = answer.Refusal ?? "refused" });
        }

        return Answer.Of(new ManyChangedView { Call = mark, Changed = changed, Refused = refused }, WireJson.Default.ManyChangedView);
    }

    // An edit is of the root, as everywhere: a stage's own words are made from it.
    private static PersonChange Change(Call call, string verb, TaskId task, VerbWords words) => verb == "edit"
        ? new EditTask(call.Factory.Reader.Find(task)?.Lineage.Root ?? task, call.Actor, Version: null, TaskFiling.Edit(words.Fields!))
        : TaskVerbs.Change(verb, (task, call.Actor), words);
}
