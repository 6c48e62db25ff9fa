using System.Globalization;
using System.Text.Json;
using Alai.Client;
using Alai.Client.Requests;

namespace Alai.Cli.Filing;

/// <summary>One task a line as a JSON object; what is not understood is a problem with its line, never a guess.</summary>
internal static class JsonLines
{
    public static TasksRead Read(string[] lines, string name, FileTask shared)
    {
        var keys = new EntryKeys(shared.Key);
        var tasks = new List<FileTask>();
        var places = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            var place = string.Create(CultureInfo.InvariantCulture, $"{name}:{i + 1}");
            var (task, problem) = Line(lines[i], shared, keys);
            if (task is null)
                return TasksRead.Refused(problem! with { Error = $"{place}: {problem.Error}" });
            tasks.Add(task);
            places.Add(place);
        }

        return new TasksRead(tasks, null) { Places = places };
    }

    private static (FileTask? Task, Problem? Problem) Line(string line, FileTask shared, EntryKeys keys)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return JsonTask.Read(json.RootElement, shared, keys);
        }
        catch (JsonException broken)
        {
            return (null, JsonTask.Broken(broken, "one JSON object a line"));
        }
    }
}
