using System.Globalization;
using System.Text;
using System.Text.Json;
using Alai.Client;
using Alai.Client.Requests;

namespace Alai.Cli.Filing;

/// <summary>A JSON array of task objects, the way most programs export a list.</summary>
internal static class JsonList
{
    private const string Form = "a JSON array of task objects, [{\"title\": \"what should be done\"}]";

    /// <summary>Whether the text is one: a bracket alone may begin a title, a bracket before an object does not.</summary>
    public static bool IsIn(string text)
    {
        var bare = text.AsSpan().Trim();
        return bare.Length > 1 && bare[0] == '[' && (bare[1..].TrimStart() is ['{', ..] || IsArray(text));
    }

    public static TasksRead Read(string text, string name, FileTask shared)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var keys = new EntryKeys(shared.Key);
        var tasks = new List<FileTask>();
        var places = new List<string>();
        try
        {
            var reader = new Utf8JsonReader(bytes);
            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var place = Place(name, bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n'));
                using var entry = JsonDocument.ParseValue(ref reader);
                var (task, problem) = JsonTask.Read(entry.RootElement, shared, keys);
                if (task is null)
                    return TasksRead.Refused(problem! with { Error = $"{place}: {problem.Error}" });
                tasks.Add(task);
                places.Add(place);
            }

            // What follows the end of the list is no part of it, and reading on tells.
            reader.Read();
        }
        catch (JsonException broken)
        {
            var problem = JsonTask.Broken(broken, Form);
            return TasksRead.Refused(problem with { Error = $"{Place(name, broken.LineNumber ?? 0)}: {problem.Error}" });
        }

        return tasks.Count == 0
            ? TasksRead.Refused(new Problem($"{name} has no task in it.", Form, "an empty list"))
            : new TasksRead(tasks, null) { Places = places };
    }

    private static bool IsArray(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Array;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Place(string name, long linesBefore) => string.Create(CultureInfo.InvariantCulture, $"{name}:{linesBefore + 1}");
}
