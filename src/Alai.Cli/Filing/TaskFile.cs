using Alai.Client;
using Alai.Client.Requests;

namespace Alai.Cli.Filing;

/// <summary>Tasks from a file: front matter and Markdown is one task, JSON objects are one a line, anything else is one task a line.</summary>
internal static class TaskFile
{
    /// <param name="text">The file's text.</param>
    /// <param name="name">Its name, for problems.</param>
    /// <param name="shared">What the options gave; the file's own words win.</param>
    public static (IReadOnlyList<FileTask> Tasks, Problem? Problem) Read(string text, string name, FileTask shared)
    {
        var lines = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        if (lines[0].TrimEnd() == "---")
            return FrontMatter.Read(lines, name, shared);
        if (lines.FirstOrDefault(line => !string.IsNullOrWhiteSpace(line))?.TrimStart().StartsWith('{') == true)
            return JsonLines.Read(lines, name, shared);
        var titles = lines.Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)).ToList();
        return titles.Count == 0
            ? ([], new Problem($"{name} has no task in it.", "one task a line, or front matter and Markdown", "nothing"))
            : ([.. titles.Select((title, i) => shared with { Title = title, Key = shared.Key is { } key ? $"{key}:{i + 1}" : null })], null);
    }
}
