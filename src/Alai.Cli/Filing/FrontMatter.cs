using System.Globalization;
using Alai.Client;
using Alai.Client.Requests;

namespace Alai.Cli.Filing;

/// <summary>
/// One task as front matter and a Markdown body. A small strict subset of YAML (words, lists), because the command line
/// carries no YAML reader: what it does not understand is a problem with its line, never a guess.
/// </summary>
internal static class FrontMatter
{
    private static readonly string[] Keys = ["title", "product", "priority", "after", "parent", "labels", "criteria", "verify", "deploy", "docs", "owner", "due", "key"];

    public static (IReadOnlyList<FileTask> Tasks, Problem? Problem) Read(string[] lines, string name, FileTask shared)
    {
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == "---");
        if (end < 0)
            return ([], new Problem($"{name}:1: the front matter never ends.", "a second line '---'", "none"));
        var task = shared;
        for (var i = 1; i < end; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]) || lines[i].TrimStart().StartsWith('#'))
                continue;
            var colon = lines[i].IndexOf(':', StringComparison.Ordinal);
            if (colon < 1)
                return ([], new Problem($"{name}:{i + 1}: cannot read this line.", "key: value", lines[i].Trim()));
            var key = lines[i][..colon].Trim();
            var value = lines[i][(colon + 1)..].Trim();
            var line = i + 1;
            var items = List(lines, ref i, end, value);
            if (Set(task, key, (Unquote(value), items)) is not { } changed)
                return ([], Wrong($"{name}:{line}", key, value));
            task = changed;
        }

        return Finish(task, string.Join('\n', lines.Skip(end + 1)).Trim(), name);
    }

    private static (IReadOnlyList<FileTask> Tasks, Problem? Problem) Finish(FileTask task, string body, string name)
    {
        task = body.Length > 0 ? task with { Body = body } : task;
        return task.Title.Length > 0
            ? ([task], null)
            : ([], new Problem($"{name}: the task has no title.", "a line 'title: what should be done' in the front matter", "none"));
    }

    /// <summary>The items of <c>[a, b]</c>, of the lines <c>- a</c> that follow, or the one value.</summary>
    private static List<string> List(string[] lines, ref int at, int end, string value)
    {
        if (value.StartsWith('[') && value.EndsWith(']'))
            return [.. value[1..^1].Split(',').Select(Unquote).Where(item => item.Length > 0)];
        var items = new List<string>();
        if (value.Length > 0)
            items.Add(Unquote(value));
        while (value.Length == 0 && at + 1 < end && lines[at + 1].TrimStart().StartsWith("- ", StringComparison.Ordinal))
            items.Add(Unquote(lines[++at].TrimStart()[2..]));
        return items;
    }

    private static FileTask? Set(FileTask task, string key, (string Value, List<string> Items) given) => key switch
    {
        "title" => task with { Title = given.Value },
        "product" => task with { Product = given.Value },
        "priority" when Verbs.Given.Priorities.Contains(given.Value, StringComparer.Ordinal) => task with { Priority = given.Value },
        "labels" => task with { Labels = given.Items },
        "criteria" => task with { Criteria = given.Items },
        "verify" => task with { Verify = given.Value },
        "owner" => task with { Owner = given.Value },
        "due" when Verbs.DueDay.Read(given.Value, TimeProvider.System) is { } due => task with { Due = due },
        "key" when given.Value.Length > 0 => task with { Key = given.Value },
        "deploy" when bool.TryParse(given.Value, out var deploy) => task with { Deploy = deploy },
        "docs" when bool.TryParse(given.Value, out var docs) => task with { Docs = docs },
        "parent" when IsId(given.Value) => task with { Parent = long.Parse(given.Value.TrimStart('#'), CultureInfo.InvariantCulture) },
        "after" when given.Items.TrueForAll(IsId) => task with { After = [.. given.Items.Select(item => long.Parse(item.TrimStart('#'), CultureInfo.InvariantCulture))] },
        _ => null,
    };

    private static Problem Wrong(string place, string key, string value) => Keys.Contains(key, StringComparer.Ordinal)
        ? new Problem($"{place}: '{key}' cannot be '{value}'.", Expected(key), value)
        : new Problem(
            $"{place}: unknown key '{key}'.",
            "one of: " + string.Join(", ", Keys),
            key,
            NearestWord.Of(key, Keys) is { } near ? $"Did you mean '{near}'?" : "");

    private static string Expected(string key) => key switch
    {
        "after" => "task numbers, for example [12, 14]",
        "parent" => "a task number, for example 12",
        "due" => Verbs.DueDay.Expected,
        "priority" => "one of: " + string.Join(", ", Verbs.Given.Priorities),
        "key" => "a word that is not empty",
        _ => "true or false",
    };

    private static bool IsId(string text) => long.TryParse(text.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0;

    private static string Unquote(string text)
    {
        var bare = text.Trim();
        return bare.Length >= 2 && bare[0] == bare[^1] && bare[0] is '"' or '\'' ? bare[1..^1] : bare;
    }
}
