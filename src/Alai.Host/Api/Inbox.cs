using Alai.Client;
using Alai.Client.Views;
using Alai.Host.Wire;
using Alai.Tasks;

namespace Alai.Host.Api;

/// <summary>What waits for people.</summary>
internal static class Inbox
{
    private const int LongestInbox = 500;

    public static Task<Answer> List(Call call) => Task.FromResult(Answer.Of(
        new InboxView { Entries = [.. call.Factory.Reader.Inbox(LongestInbox).Select(task => InboxWire.Of(task, call.Factory))] },
        WireJson.Default.InboxView));

    public static Task<Answer> Show(Call call)
    {
        var (task, refusal) = call.Task();
        if (task is null)
            return Task.FromResult(refusal!);
        var held = call.Factory.Reader.Family(task.Lineage.Root).FirstOrDefault(one => one.State == TaskState.Held);
        return Task.FromResult(held is null
            ? Answer.No(System.Net.HttpStatusCode.Conflict, new Problem($"{task.Id} waits for nobody: it is {SnakeWord<TaskState>.Of(task.State)}.", Hint: $"alai task why {task.Id.Value}"))
            : Answer.Of(InboxWire.Of(held, call.Factory), WireJson.Default.InboxEntryView));
    }
}
