using System.Text.Json;
using Alai.Tasks;

namespace Alai.Quality;

/// <summary>Reads what scanners write: SARIF 2.1.0.</summary>
public static class SarifFindings
{
    /// <summary>Reads the results of every run in a log.</summary>
    /// <param name="json">The log.</param>
    /// <returns>The findings, or null when the text is no SARIF.</returns>
    public static IReadOnlyList<Finding>? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("runs", out var runs) || runs.ValueKind != JsonValueKind.Array)
                return null;
            return [.. runs.EnumerateArray().SelectMany(OfRun)];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<Finding> OfRun(JsonElement run)
    {
        var tool = Text(run, "tool", "driver", "name");
        return Items(run, "results").Where(result => Items(result, "suppressions").Count == 0).Select(result => Of(result, tool));
    }

    private static Finding Of(JsonElement result, string tool)
    {
        var place = Items(result, "locations").FirstOrDefault();
        var line = Inside(place, "physicalLocation", "region", "startLine") is { ValueKind: JsonValueKind.Number } number ? $"line {number.GetInt32()}: " : "";
        var rule = Text(result, "ruleId");
        return new Finding(
            Severity(Text(result, "level")),
            Text(place, "physicalLocation", "artifactLocation", "uri"),
            $"{line}{Text(result, "message", "text")} ({tool}{(rule.Length > 0 ? " " + rule : "")})");
    }

    private static string Severity(string level) => level switch { "error" => "high", "note" or "none" => "low", _ => "medium" };

    private static List<JsonElement> Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray()] : [];

    private static string Text(JsonElement element, params ReadOnlySpan<string> path) =>
        Inside(element, path) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    private static JsonElement Inside(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return default;
        }

        return element;
    }
}
