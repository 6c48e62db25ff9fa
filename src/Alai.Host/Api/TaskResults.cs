using System.Net;
using Alai.Client;
using Alai.Client.Requests;
using Alai.Client.Views;
using Alai.Tasks;
using Alai.Workspaces;

namespace Alai.Host.Api;

/// <summary>What a task changed, and taking it back.</summary>
internal static class TaskResults
{
    public static async Task<Answer> DiffAsync(Call call)
    {
        var (task, refusal) = call.Task();
        if (task is null)
            return refusal!;
        var (change, why) = await call.Factory.Changes.FindAsync(task, call.Stop);
        if (change is null)
            return Answer.No(HttpStatusCode.Conflict, new Problem(why!, Hint: $"see what its runs did: alai task log {task.Id.Value}"));
        return Answer.Of(
            new DiffView
            {
                Task = task.Id.Value,
                Branch = change.Branch,
                From = change.From,
                Commit = change.Commit,
                Files = [.. change.Files.Select(Of)],
                Added = change.Files.Sum(file => file.Added ?? 0),
                Deleted = change.Files.Sum(file => file.Deleted ?? 0),
                Diff = change.Diff,
            },
            WireJson.Default.DiffView);
    }

    public static async Task<Answer> RevertAsync(Call call)
    {
        var (task, refusal) = call.Task();
        if (task is null)
            return refusal!;
        var words = await call.BodyAsync(WireJson.Default.VerbWords) ?? new VerbWords();
        var root = call.Factory.Reader.Find(task.Lineage.Root) ?? task;
        var answer = await call.Factory.Reverting.RevertAsync(root, call.Actor, words.Text, call.Stop);
        return answer.Task is { } changed
            ? TaskVerbs.Told(answer with { Said = answer.Said.Length > 0 ? $"{changed.Id} {answer.Said}" : $"{changed.Id} reverted" }, root, call)
            : Answer.No(HttpStatusCode.Conflict, new Problem(answer.Refusal ?? "It was not reverted.", Hint: $"alai task history {root.Id.Value}"));
    }

    private static DiffFileView Of(ChangedFile file) => new()
    {
        Path = file.Path,
        Kind = SnakeWord<ChangeKind>.Of(file.Kind),
        OldPath = file.OldPath,
        Added = file.Added,
        Deleted = file.Deleted,
    };
}
