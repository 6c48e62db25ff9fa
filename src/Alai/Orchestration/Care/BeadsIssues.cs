using System.Text.Json;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>Reads <c>.beads/issues.jsonl</c> (github.com/steveyegge/beads): one issue a line.</summary>
internal static class BeadsIssues
{
    /// <summary>Every issue that was not deleted there, and what was left out.</summary>
    /// <exception cref="FormatException">A line is no issue; names it.</exception>
    public static (IReadOnlyList<ForeignIssue> Issues, IReadOnlyList<string> LeftOut) Read(string path)
    {
        var issues = new List<ForeignIssue>();
        var (number, deleted) = (0, 0);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                if (Read(json.RootElement) is { } issue)
                    issues.Add(issue);
                else
                    deleted++;
            }
            catch (Exception broken) when (broken is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
            {
                throw new FormatException($"line {number} is no Beads issue: {broken.Message}", broken);
            }
        }

        return (issues, deleted == 0 ? [] : [$"issues that were deleted in Beads (tombstones): {deleted}"]);
    }

    private static ForeignIssue? Read(JsonElement issue)
    {
        var id = JsonWords.Text(issue, "id") is { Length: > 0 } found ? found : throw new FormatException("it has no id");
        var status = JsonWords.Text(issue, "status");
        if (status == "tombstone")
            return null;
        var kind = JsonWords.Text(issue, "issue_type");
        var needs = Dependencies(issue).ToList();
        return new ForeignIssue
        {
            Key = "beads:" + id,
            Name = id,
            Title = JsonWords.Text(issue, "title"),
            Body = Body(issue, needs),
            Labels = [.. JsonWords.Texts(issue, "labels"), .. kind is "" or "task" ? Array.Empty<string>() : [kind]],
            Criteria = [.. JsonWords.Text(issue, "acceptance_criteria").Split('\n').Select(Bare).Where(line => line.Length > 0)],
            Priority = Priority(issue),
            Needs = [.. needs.Where(one => one.Type == "blocks").Select(one => "beads:" + one.Id)],
            Parent = needs.Where(one => one.Type == "parent-child").Select(one => "beads:" + one.Id).FirstOrDefault(),
            Blocked = status == "blocked" ? $"{id} is blocked in Beads" : null,
            Waits = status switch
            {
                "in_progress" or "hooked" => $"somebody works on {id} in Beads" + (JsonWords.Text(issue, "assignee") is { Length: > 0 } who ? $": {who}" : ""),
                "deferred" or "pinned" => $"{id} is {status} in Beads",
                _ => kind == "epic" ? $"{id} is an epic in Beads: a heading over other issues, no work of its own" : null,
            },
            Closed = status == "closed" ? "closed in Beads" + (JsonWords.Text(issue, "close_reason") is { Length: > 0 } why ? ": " + why : "") : null,
        };
    }

    // 0 is critical, 4 is the backlog; without one it is as urgent as anything.
    private static Priority Priority(JsonElement issue) =>
        issue.TryGetProperty("priority", out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetInt32() switch { <= 0 => Tasks.Priority.Blocker, 1 => Tasks.Priority.High, 2 => Tasks.Priority.Medium, _ => Tasks.Priority.Low }
            : Tasks.Priority.Medium;

    private static IEnumerable<(string Id, string Type)> Dependencies(JsonElement issue) =>
        JsonWords.Items(issue, "dependencies").Select(one => (JsonWords.Text(one, "depends_on_id"), JsonWords.Text(one, "type"))).Where(one => one.Item1.Length > 0);

    private static string Body(JsonElement issue, List<(string Id, string Type)> needs)
    {
        var parts = new List<string> { JsonWords.Text(issue, "description") };
        foreach (var (name, heading) in new[] { ("design", "Design"), ("notes", "Notes") })
        {
            if (JsonWords.Text(issue, name) is { Length: > 0 } text)
                parts.Add($"## {heading}\n\n{text}");
        }

        parts.AddRange(JsonWords.Items(issue, "comments").Select(one => $"> {JsonWords.Text(one, "author")}: {JsonWords.Text(one, "text").ReplaceLineEndings("\n> ")}"));
        var kin = needs.Where(one => one.Type != "blocks").Select(one => $"{one.Type} {one.Id}")
            .Concat(JsonWords.Text(issue, "external_ref") is { Length: > 0 } reference ? [reference] : []);
        parts.Add("Imported from Beads: " + string.Join(", ", kin.Prepend(JsonWords.Text(issue, "id"))));
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }

    private static string Bare(string line) => line.Trim().TrimStart('-', '*').Replace("[ ]", "", StringComparison.Ordinal).Replace("[x]", "", StringComparison.Ordinal).Trim();
}
