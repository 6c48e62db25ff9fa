using System.Globalization;
using System.Text.Json;
using Alai.Cli.Verbs;
using Alai.Client;
using Alai.Client.Requests;

namespace Alai.Cli.Filing;

/// <summary>One task a line as a JSON object; what is not understood is a problem with its line, never a guess.</summary>
internal static class JsonLines
{
    private static readonly string[] Keys = ["title", "body", "product", "priority", "after", "labels", "criteria", "verify", "deploy", "docs", "owner", "due", "key"];

    public static (IReadOnlyList<FileTask> Tasks, Problem? Problem) Read(string[] lines, string name, FileTask shared)
    {
        var tasks = new List<FileTask>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            var (task, problem) = Line(lines[i], shared with { Key = shared.Key is { } key ? string.Create(CultureInfo.InvariantCulture, $"{key}:{i + 1}") : null });
            if (task is null)
                return ([], problem! with { Error = $"{name}:{i + 1}: {problem.Error}" });
            tasks.Add(task);
        }

        return (tasks, null);
    }

    private static (FileTask? Task, Problem? Problem) Line(string line, FileTask task)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return (null, new Problem("this is no JSON object.", "{\"title\": \"what should be done\"}", line));
            foreach (var property in json.RootElement.EnumerateObject())
            {
                if (Set(task, property.Name, property.Value) is not { } changed)
                    return (null, Wrong(property));
                task = changed;
            }

            return task.Title.Length > 0 ? (task, null) : (null, new Problem("the task has no title.", "\"title\": \"what should be done\"", "none"));
        }
        catch (JsonException broken)
        {
            return (null, new Problem("this is no JSON: " + broken.Message, "one JSON object a line"));
        }
    }

    private static FileTask? Set(FileTask task, string key, JsonElement value) => (key, value.ValueKind) switch
    {
        ("title", JsonValueKind.String) => task with { Title = value.GetString()! },
        ("body", JsonValueKind.String) => task with { Body = value.GetString()! },
        ("product", JsonValueKind.String) => task with { Product = value.GetString()! },
        ("priority", JsonValueKind.String) => task with { Priority = value.GetString()! },
        ("verify", JsonValueKind.String) => task with { Verify = value.GetString() },
        ("owner", JsonValueKind.String) => task with { Owner = value.GetString() },
        ("key", JsonValueKind.String) => task with { Key = value.GetString() },
        ("due", JsonValueKind.String) when DueDay.Read(value.GetString()!, TimeProvider.System) is { } due => task with { Due = due },
        ("deploy", JsonValueKind.True or JsonValueKind.False) => task with { Deploy = value.GetBoolean() },
        ("docs", JsonValueKind.True or JsonValueKind.False) => task with { Docs = value.GetBoolean() },
        ("labels", JsonValueKind.Array) when Words(value) is { } labels => task with { Labels = labels },
        ("criteria", JsonValueKind.Array) when Words(value) is { } criteria => task with { Criteria = criteria },
        ("after", JsonValueKind.Array) when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var id) && id > 0) =>
            task with { After = [.. value.EnumerateArray().Select(item => item.GetInt64())] },
        _ => null,
    };

    private static string[]? Words(JsonElement list) =>
        list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : null;

    private static Problem Wrong(JsonProperty property) => Keys.Contains(property.Name, StringComparer.Ordinal)
        ? new Problem($"'{property.Name}' cannot be this.", Found: property.Value.GetRawText())
        : new Problem(
            $"unknown key '{property.Name}'.",
            "one of: " + string.Join(", ", Keys),
            property.Name,
            NearestWord.Of(property.Name, Keys) is { } near ? $"Did you mean '{near}'?" : "");
}
