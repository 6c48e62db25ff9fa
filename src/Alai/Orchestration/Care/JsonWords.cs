using System.Text.Json;

namespace Alai.Orchestration;

/// <summary>Reads JSON of others: what is missing is empty.</summary>
internal static class JsonWords
{
    public static string Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";

    public static IEnumerable<JsonElement> Items(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>Texts of a list, or the names of its objects.</summary>
    public static IEnumerable<string> Texts(JsonElement from, string name) => Items(from, name)
        .Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()!.Trim() : Text(item, "name"))
        .Where(text => text.Length > 0);
}
