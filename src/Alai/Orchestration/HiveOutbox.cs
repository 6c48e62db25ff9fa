using System.Text.Json;
using Alai.HiveMind;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>Turns a proved and landed root into a lesson: what was asked, what was tried and failed, what was changed.</summary>
internal sealed class HiveOutbox(FactoryParts parts, IHiveMind hive) : IOutboxTarget
{
    public string Topic => "hive";

    /// <summary>Learns once per root and tree.</summary>
    public async Task<string> SendAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        var ended = JsonSerializer.Deserialize<RootEnded>(item.Payload, RootEnded.Json)!;
        var root = parts.Reader.Find(new TaskId(ended.Task))
            ?? throw new FactoryException($"#{ended.Task} is not in the store", "run: alai db check");
        var source = new HiveSource("company:" + (root.Company ?? "codecraft"), TrustLabel.Web) { Product = root.Product, Task = root.Id };
        var answer = await hive.LearnAsync(new NewHiveEntry(item.IdempotencyKey, HiveKind.Lesson, Text(root, ended), source), cancellationToken);
        return answer.Entry is { } entry ? $"hive {entry.Id}" : answer.Problem;
    }

    private string Text(FactoryTask root, RootEnded ended)
    {
        var runs = parts.Reader.Family(root.Id).SelectMany(task => parts.Reader.Runs(task.Id)).ToList();
        var lines = new List<string> { $"Done: {root.Title} ({ended.Outcome})." };
        if (root.Body.Length > 0)
            lines.Add("Asked: " + Short(root.Body, 600));
        lines.AddRange(runs.Where(run => run.Outcome is not null and not RunOutcome.Verified)
            .Select(run => $"Failed on the way: {Short(run.Reason, 300)}").Distinct(StringComparer.Ordinal).Take(5));
        lines.AddRange(runs.Where(run => run.Judgement is not null).SelectMany(run => run.Judgement!.Findings)
            .Select(finding => $"A judge found in {finding.File}: {Short(finding.Text, 200)}").Distinct(StringComparer.Ordinal).Take(5));
        if (runs.SelectMany(run => run.Checks).LastOrDefault(check => check.Command.Length > 0) is { } proof)
            lines.Add($"Proved by: {proof.Command}");
        return string.Join('\n', lines);
    }

    private static string Short(string text, int most)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length > most ? line[..most] + "..." : line;
    }
}
