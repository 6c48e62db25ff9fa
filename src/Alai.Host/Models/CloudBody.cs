using System.Text.Json.Nodes;
using Alai.Redaction;

namespace Alai.Host.Models;

/// <summary>Takes secrets out of what a cloud model is sent; everything that is no person's or tool's text stays as it is.</summary>
internal static class CloudBody
{
    // Signed or binary: a changed letter would make the provider refuse the whole message.
    private static readonly string[] Untouched = ["signature", "data", "id", "tool_use_id", "type", "name", "role", "cache_control", "media_type"];

    /// <summary>Redacts in place.</summary>
    /// <returns>Whether anything was taken out.</returns>
    public static bool Redact(JsonNode root, Redactor redactor)
    {
        var changed = false;
        foreach (var part in new[] { "system", "messages" })
        {
            if (root[part] is { } node)
                changed |= node is JsonValue ? Replace(root.AsObject(), part, redactor) : Walk(node, redactor);
        }

        return changed;
    }

    private static bool Walk(JsonNode node, Redactor redactor)
    {
        var changed = false;
        if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
            {
                if (Clean(array[i], redactor) is { } clean)
                    (array[i], changed) = (clean, true);
                else if (array[i] is { } inner)
                    changed |= Walk(inner, redactor);
            }
        }
        else if (node is JsonObject map && (map["type"] as JsonValue)?.ToString() is not ("thinking" or "redacted_thinking"))
        {
            foreach (var name in map.Select(pair => pair.Key).Except(Untouched, StringComparer.Ordinal).ToList())
                changed |= Replace(map, name, redactor) || (map[name] is { } inner && Walk(inner, redactor));
        }

        return changed;
    }

    private static bool Replace(JsonObject map, string name, Redactor redactor)
    {
        if (Clean(map[name], redactor) is not { } clean)
            return false;
        map[name] = clean;
        return true;
    }

    private static string? Clean(JsonNode? node, Redactor redactor) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && redactor.Redact(text) is var clean && clean != text ? clean : null;
}
