using System.Text.Json;

namespace Alai.Fleet;

/// <summary>Checks an answer against the part of JSON Schema that our schemas use: type, properties, required, enum, items, minimum, maximum.</summary>
public static class JsonSchemaCheck
{
    /// <summary>What is wrong, each with its place; empty when the answer keeps the schema.</summary>
    public static IReadOnlyList<string> Problems(JsonElement value, JsonElement schema) => [.. Check(value, schema, "$")];

    private static IEnumerable<string> Check(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("type", out var type) && !Is(value, type.GetString()!))
        {
            yield return $"{at}: expected {type.GetString()}, found {value.ValueKind.ToString().ToLowerInvariant()}";
            yield break;
        }

        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)))
            yield return $"{at}: expected one of {words.GetRawText()}, found {value.GetRawText()}";
        if (value.ValueKind == JsonValueKind.Number && !Within(value.GetDouble(), schema))
            yield return $"{at}: {value.GetRawText()} is out of range";
        foreach (var problem in Members(value, schema, at).Concat(Items(value, schema, at)))
            yield return problem;
    }

    private static IEnumerable<string> Members(JsonElement value, JsonElement schema, string at)
    {
        if (value.ValueKind != JsonValueKind.Object)
            yield break;
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)))
                yield return $"{at}.{name}: missing";
        }

        if (!schema.TryGetProperty("properties", out var properties))
            yield break;
        foreach (var property in properties.EnumerateObject())
        {
            if (!value.TryGetProperty(property.Name, out var member))
                continue;
            foreach (var problem in Check(member, property.Value, $"{at}.{property.Name}"))
                yield return problem;
        }
    }

    private static IEnumerable<string> Items(JsonElement value, JsonElement schema, string at) =>
        value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items)
            ? value.EnumerateArray().SelectMany((item, index) => Check(item, items, $"{at}[{index}]"))
            : [];

    private static bool Within(double number, JsonElement schema) =>
        (!schema.TryGetProperty("minimum", out var least) || number >= least.GetDouble())
        && (!schema.TryGetProperty("maximum", out var most) || number <= most.GetDouble());

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => true,
    };
}
