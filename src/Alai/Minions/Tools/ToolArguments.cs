using System.Globalization;
using System.Text.Json;

namespace Alai.Minions.Tools;

/// <summary>The arguments of one call, checked: nothing missing, nothing unknown.</summary>
internal sealed class ToolArguments
{
    private readonly JsonElement _given;

    private ToolArguments(JsonElement given) => _given = given;

    /// <summary>Checks arguments against a tool; the problem teaches what the tool takes.</summary>
    public static (ToolArguments? Arguments, string Problem) Check(ITool tool, JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object)
            return (null, $"{tool.Name}: arguments must be an object. {Signature(tool)}");
        var names = given.EnumerateObject().Select(field => field.Name).ToList();
        var missing = tool.Parameters.Where(parameter => parameter.Required && !names.Contains(parameter.Name)).Select(parameter => parameter.Name).ToList();
        var unexpected = names.Except(tool.Parameters.Select(parameter => parameter.Name), StringComparer.Ordinal).ToList();
        var wrong = tool.Parameters.Where(parameter => names.Contains(parameter.Name) && !Fits(parameter, given.GetProperty(parameter.Name)))
            .Select(parameter => $"{parameter.Name} must be a {(parameter.IsNumber ? "whole number" : "string")}").ToList();
        if (missing.Count + unexpected.Count + wrong.Count == 0)
            return (new ToolArguments(given), "");
        var parts = new List<string>();
        if (missing.Count > 0)
            parts.Add($"missing: {string.Join(", ", missing)}");
        if (unexpected.Count > 0)
            parts.Add($"unexpected: {string.Join(", ", unexpected)}");
        parts.AddRange(wrong);
        return (null, $"{tool.Name}: {string.Join("; ", parts)}. {Signature(tool)}");
    }

    /// <summary>The text of an argument, or empty.</summary>
    public string Text(string name) =>
        _given.TryGetProperty(name, out var value) ? (value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()) : "";

    /// <summary>The number of an argument, or null.</summary>
    public int? Number(string name) => _given.TryGetProperty(name, out var value) ? Whole(value) : null;

    private static string Signature(ITool tool) =>
        $"It takes: {string.Join(", ", tool.Parameters.Select(parameter => parameter.Required ? parameter.Name : parameter.Name + "?"))}.";

    private static bool Fits(ToolParameter parameter, JsonElement value) =>
        parameter.IsNumber ? Whole(value) is not null : value.ValueKind == JsonValueKind.String;

    private static int? Whole(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt32(out var number) => number,
        JsonValueKind.String when int.TryParse(value.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
