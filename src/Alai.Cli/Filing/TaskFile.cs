using System.Globalization;
using Alai.Client;
using Alai.Client.Requests;

namespace Alai.Cli.Filing;

/// <summary>Tasks from a file: front matter and Markdown is one task, JSON objects are one each, anything else is one task a line.</summary>
internal static class TaskFile
{
    /// <param name="text">The file's text.</param>
    /// <param name="name">Its name, for problems.</param>
    /// <param name="shared">What the options gave; the file's own words win.</param>
    public static TasksRead Read(string text, string name, FileTask shared)
    {
        var bare = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
        var lines = bare.Split('\n');
        if (lines[0].TrimEnd() == "---")
        {
            var (tasks, problem) = FrontMatter.Read(lines, name, shared);
            return new TasksRead(tasks, problem) { Places = [name + ":1"] };
        }

        if (JsonList.IsIn(bare))
            return JsonList.Read(bare, name, shared);
        return lines.FirstOrDefault(line => !string.IsNullOrWhiteSpace(line))?.TrimStart().StartsWith('{') == true
            ? JsonLines.Read(lines, name, shared)
            : Titles(lines, name, shared);
    }

    private static TasksRead Titles(string[] lines, string name, FileTask shared)
    {
        var keys = new EntryKeys(shared.Key);
        var tasks = new List<FileTask>();
        var places = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            var title = lines[i].Trim();
            if (title.Length == 0 || title.StartsWith("# ", StringComparison.Ordinal))
                continue;
            tasks.Add(shared with { Title = title, Key = keys.Of(title) });
            places.Add(string.Create(CultureInfo.InvariantCulture, $"{name}:{i + 1}"));
        }

        return tasks.Count == 0
            ? TasksRead.Refused(new Problem($"{name} has no task in it.", "one task a line, or front matter and Markdown", "nothing"))
            : new TasksRead(tasks, null) { Places = places };
    }
}
