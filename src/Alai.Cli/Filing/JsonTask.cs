using System.Globalization;
using System.Text.Json;
using Alai.Cli.Verbs;
using Alai.Client;
using Alai.Client.Requests;

namespace Alai.Cli.Filing;

/// <summary>A task as a JSON object with the keys of the options.</summary>
internal static class JsonTask
{
    private static readonly string[] Keys = ["title", "body", "product", "priority", "after", "parent", "labels", "criteria", "verify", "deploy", "docs", "owner", "due", "key"];

    public static (FileTask? Task, Problem? Problem) Read(JsonElement entry, FileTask shared, EntryKeys keys)
    {
        if (entry.ValueKind != JsonValueKind.Object)
            return (null, new Problem("this is no JSON object.", "{\"title\": \"what should be done\"}", entry.GetRawText()));
        var task = shared;
        var own = false;
        foreach (var property in entry.EnumerateObject())
        {
            if (Set(task, property.Name, property.Value) is not { } changed)
                return (null, Wrong(property));
            task = changed;
            own |= property.Name == "key";
        }

        if (task.Title.Length == 0)
            return (null, new Problem("the task has no title.", "\"title\": \"what should be done\"", "none"));
        return (own ? task : task with { Key = keys.Of(entry) }, null);
    }

    /// <summary>The reader's words without the places and settings of this program.</summary>
    public static Problem Broken(JsonException broken, string expected)
    {
        var said = broken.Message.Split(" LineNumber:")[0].Replace(" Change the reader options.", "", StringComparison.Ordinal);
        var at = broken.BytePositionInLine is { } position ? string.Create(CultureInfo.InvariantCulture, $"byte {position + 1} of the line") : "";
        return new Problem("this is no JSON: " + said, expected, at);
    }

    private static FileTask? Set(FileTask task, string key, JsonElement value) => (key, value.ValueKind) switch
    {
        ("title", JsonValueKind.String) => task with { Title = value.GetString()! },
        ("body", JsonValueKind.String) => task with { Body = value.GetString()! },
        ("product", JsonValueKind.String) => task with { Product = value.GetString()! },
        ("priority", JsonValueKind.String) when Given.Priorities.Contains(value.GetString(), StringComparer.Ordinal) => task with { Priority = value.GetString()! },
        ("verify", JsonValueKind.String) => task with { Verify = value.GetString() },
        ("owner", JsonValueKind.String) => task with { Owner = value.GetString() },
        ("key", JsonValueKind.String) when !string.IsNullOrWhiteSpace(value.GetString()) => task with { Key = value.GetString() },
        ("due", JsonValueKind.String) when DueDay.Read(value.GetString()!, TimeProvider.System) is { } due => task with { Due = due },
        ("deploy", JsonValueKind.True or JsonValueKind.False) => task with { Deploy = value.GetBoolean() },
        ("docs", JsonValueKind.True or JsonValueKind.False) => task with { Docs = value.GetBoolean() },
        ("labels", JsonValueKind.Array) when Words(value) is { } labels => task with { Labels = labels },
        ("criteria", JsonValueKind.Array) when Words(value) is { } criteria => task with { Criteria = criteria },
        ("parent", JsonValueKind.Number) when value.TryGetInt64(out var id) && id > 0 => task with { Parent = id },
        ("after", JsonValueKind.Array) when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var id) && id > 0) =>
            task with { After = [.. value.EnumerateArray().Select(item => item.GetInt64())] },
        _ => null,
    };

    private static string[]? Words(JsonElement list) =>
        list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : null;

    private static Problem Wrong(JsonProperty property) => Keys.Contains(property.Name, StringComparer.Ordinal)
        ? new Problem($"'{property.Name}' cannot be this.", Expected(property.Name), property.Value.GetRawText())
        : new Problem(
            $"unknown key '{property.Name}'.",
            "one of: " + string.Join(", ", Keys),
            property.Name,
            NearestWord.Of(property.Name, Keys) is { } near ? $"Did you mean '{near}'?" : "");

    private static string Expected(string key) => key switch
    {
        "priority" => "one of: " + string.Join(", ", Given.Priorities),
        "labels" => "a list of words, such as [\"shop\", \"later\"]",
        "criteria" => "a list of sentences, such as [\"has a header line\"]",
        "after" => "a list of task numbers, such as [12, 14]",
        "parent" => "a task number, a whole number such as 12",
        "deploy" or "docs" => "true or false",
        "due" => DueDay.Expected + ", in quotes",
        "key" => "a text in quotes that is not empty",
        _ => "a text in quotes",
    };
}
