using System.Text.Json;
using Alai.Tasks;
using Alai.Wiki;

namespace Alai.Orchestration;

/// <summary>Publishes the page of a root that asked for documentation.</summary>
internal sealed class WikiOutbox(FactoryParts parts, Func<IWiki> wiki) : IOutboxTarget
{
    public string Topic => "wiki";

    /// <summary>Puts the page once per root; an unchanged page writes nothing.</summary>
    public async Task<string> SendAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        var ended = JsonSerializer.Deserialize<RootEnded>(item.Payload, RootEnded.Json)!;
        var root = parts.Reader.Find(new TaskId(ended.Task))
            ?? throw new FactoryException($"#{ended.Task} is not in the store", "run: alai db check");
        var product = parts.Now.Products.Find(root.Product);
        var book = product is { Wiki.Length: > 0 } ? product.Wiki : root.Product.Length > 0 ? root.Product : "factory";
        var put = await wiki().PutAsync(
            new WikiPage($"task-{root.Uid}", book, "Changes", root.Title, Markdown(root, ended)), cancellationToken);
        return $"{SnakeWord<PutWord>.Of(put.Word)}: {put.Location}";
    }

    private string Markdown(FactoryTask root, RootEnded ended)
    {
        var runs = parts.Reader.Family(root.Id).SelectMany(task => parts.Reader.Runs(task.Id).Select(run => (task, run))).ToList();
        var lines = new List<string> { parts.Redactor.Redact(root.Body), "", "## What was done", "", $"{root.Id}: {ended.Outcome}", "", "## How it was proved", "" };
        lines.AddRange(runs.SelectMany(pair => pair.run.Checks).Where(check => check.Command.Length > 0)
            .Select(check => $"- `{check.Command}`: exit code {check.ExitCode}").Distinct(StringComparer.Ordinal));
        lines.AddRange(["", "## Stages", ""]);
        lines.AddRange(runs.Where(pair => pair.run.Outcome is not null).Select(pair =>
            $"- {SnakeWord<Stage>.Of(pair.run.Stage).ToUpperInvariant()}, round {pair.task.Lineage.Round + 1}: {SnakeWord<RunOutcome>.Of(pair.run.Outcome!.Value)} ({parts.Redactor.Redact(pair.run.Reason)})"));
        return string.Join('\n', lines) + "\n";
    }
}
