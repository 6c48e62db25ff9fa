using System.Text.Json;

namespace Alai.Fleet;

/// <summary>JSON that outlives its document.</summary>
internal static class TextJson
{
    /// <summary>An object without members.</summary>
    public static JsonElement EmptyObject { get; } = Parse("{}");

    /// <summary>Parses a text that must be JSON.</summary>
    public static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>Parses a text that may be JSON.</summary>
    public static bool TryParse(string text, out JsonElement element)
    {
        try
        {
            element = Parse(text);
            return true;
        }
        catch (JsonException)
        {
            element = default;
            return false;
        }
    }
}
