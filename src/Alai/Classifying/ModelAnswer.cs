using System.Text.Json;
using Alai.Tasks;

namespace Alai.Classifying;

/// <summary>The JSON a model must answer with, and its strict reading.</summary>
internal static class ModelAnswer
{
    public static string Schema { get; } = $$$"""
        {"type":"object","additionalProperties":false,"required":["complexity","domain","kind","confidence","why"],
        "properties":{"complexity":{"type":"integer","minimum":1,"maximum":5},"domain":{"enum":[{{{Quoted(SnakeWord<Domain>.All)}}}]},
        "kind":{"enum":[{{{Quoted(SnakeWord<TaskKind>.All)}}}]},"confidence":{"type":"number","minimum":0,"maximum":1},"why":{"type":"string"} } }
        """;

    /// <summary>The classification in an answer, or what is wrong with it. Servers do not all hold a model to the schema, so all of it is checked here.</summary>
    public static (Classification? Found, string Problem) Read(string text, string model, Classification rules)
    {
        try
        {
            using var json = JsonDocument.Parse(text.Trim());
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return (null, "it is no JSON object");
            if (!root.TryGetProperty("complexity", out var hard) || hard.ValueKind != JsonValueKind.Number || !hard.TryGetInt32(out var complexity) || complexity is < 1 or > 5)
                return (null, "'complexity' is no whole number from 1 to 5");
            if (!SnakeWord<Domain>.TryParse(Word(root, "domain"), out var domain))
                return (null, "'domain' is none of the known fields");
            if (!SnakeWord<TaskKind>.TryParse(Word(root, "kind"), out var kind))
                return (null, "'kind' is none of the known sorts of work");
            if (!root.TryGetProperty("confidence", out var sure) || sure.ValueKind != JsonValueKind.Number || !sure.TryGetDouble(out var confidence) || confidence is < 0 or > 1)
                return (null, "'confidence' is no number from 0 to 1");
            return (rules with { Complexity = complexity, Domain = domain, Kind = kind, Confidence = confidence, By = $"model:{model}", Why = OneLine(Word(root, "why") ?? "") }, "");
        }
        catch (JsonException)
        {
            return (null, "it is no JSON");
        }
    }

    private static string? Word(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 200 ? line : line[..200];
    }

    private static string Quoted(IEnumerable<string> words) => string.Join(',', words.Select(word => $"\"{word}\""));
}
