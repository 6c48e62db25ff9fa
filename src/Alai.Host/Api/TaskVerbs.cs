using System.Net;
using Alai.Client;
using Alai.Client.Requests;
using Alai.Client.Views;
using Alai.Host.Wire;
using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Host.Api;

/// <summary>What a person does to a task: each verb makes one change of Mission Control.</summary>
internal static class TaskVerbs
{
    private static readonly string[] Steering = ["start", "done", "pause", "resume", "block", "assign", "cancel", "reopen", "retry", "comment", "label"];
    private static readonly string[] ForMany = ["cancel", "pause", "resume", "retry", "assign", "label", "edit"];
    private static readonly string[] Answers = ["approve", "reject", "answer", "take"];

    public static Task<Answer> DoAsync(Call call) => RunAsync(call, Steering);

    public static Task<Answer> AnswerAsync(Call call) => RunAsync(call, Answers);

    /// <summary>Takes back what this person did last, to any task or to the one named.</summary>
    public static async Task<Answer> UndoAsync(Call call)
    {
        var (root, refusal) = EventPages.RootOf(call);
        if (refusal is not null)
            return refusal;
        var answer = await call.Factory.ChangeAsync(new UndoLast(root ?? default, call.Actor), call.Stop);
        return answer.Task is { } task
            ? Answer.Of(new ChangeView { Task = TaskWire.Of(task), Said = answer.Said }, WireJson.Default.ChangeView)
            : Answer.No(HttpStatusCode.Conflict, new Problem(answer.Refusal ?? "Nothing was taken back."));
    }

    /// <summary>The answer for a change: 423 when a hold is in the way, 409 when the state is.</summary>
    public static Answer Told(ChangeAnswer answer, FactoryTask before, Call call)
    {
        if (answer.Task is { } task)
            return Answer.Of(new ChangeView { Task = TaskWire.Of(task), Said = answer.Said }, WireJson.Default.ChangeView);
        var root = call.Factory.Reader.Find(before.Lineage.Root) ?? before;
        var status = before.State == TaskState.Held || root.State == TaskState.Held ? HttpStatusCode.Locked : HttpStatusCode.Conflict;
        return Answer.No(status, new Problem(answer.Refusal ?? "The change was refused.", Hint: $"alai task why {root.Id.Value}"));
    }

    private static async Task<Answer> RunAsync(Call call, string[] known)
    {
        var (task, refusal) = call.Task();
        if (task is null)
            return refusal!;
        var verb = call.Route("verb");
        if (!known.Contains(verb, StringComparer.Ordinal))
        {
            return Answer.Missing(
                $"There is no verb '{verb}'; expected one of: {string.Join(", ", known)}.",
                NearestWord.Of(verb, known) is { } near ? $"Did you mean '{near}'?" : "");
        }

        var words = await call.BodyAsync(WireJson.Default.VerbWords) ?? new VerbWords();
        return Told(await call.Factory.ChangeAsync(Change(verb, (task.Id, call.Actor), words), call.Stop), task, call);
    }

    /// <summary>Why a verb is not done to many at once, or null.</summary>
    public static Answer? UnknownForMany(string verb) => ForMany.Contains(verb, StringComparer.Ordinal)
        ? null
        : Answer.Missing($"There is no verb '{verb}' for many tasks; expected one of: {string.Join(", ", ForMany)}.", "");

    // Only who is written out as a person is made one; a bare name must be somebody's already.
    private static string? Person(string? who) => who?.StartsWith("human:", StringComparison.Ordinal) == true ? Actor.Human(who) : who;

    public static PersonChange Change(string verb, (TaskId Task, string Actor) who, VerbWords words)
    {
        var (task, actor) = who;
        return verb switch
        {
            "start" or "take" => new StartByPerson(task, actor),
            "done" => new FinishByPerson(task, actor, words.Text, words.Force),
            "pause" => new PauseTask(task, actor, words.Text),
            "resume" => new ResumeTask(task, actor),
            "block" => new BlockTask(task, actor, words.Text),
            "assign" => new AssignToPerson(task, actor, Person(words.Assignee)),
            "cancel" => new CancelTask(task, actor, words.Text),
            "reopen" => new ReopenTask(task, actor, words.Text),
            "retry" => new RetryTask(task, actor, words.Tier),
            "label" => new LabelTask(task, actor, words.Add, words.Remove),
            "approve" => new ApproveHold(task, actor, words.SubjectHash ?? "", words.Text),
            "reject" => new RejectHold(task, actor, words.Text),
            "answer" => new AnswerQuestion(task, actor, words.Text),
            _ => new CommentOn(task, actor, words.Text),
        };
    }
}
