using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Alai.Yaml;

/// <summary>Writes a shape as a JSON Schema, so that an editor knows the same keys as the reader.</summary>
public static class SchemaWriter
{
    private static readonly JsonSerializerOptions Options =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema's text (draft 2020-12), ending with a line feed.</summary>
    /// <param name="shape">The shape.</param>
    public static string Write(YamlShape shape)
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = shape.Name,
        };
        foreach (var (name, value) in Keys(shape.Root))
            schema[name] = value;
        return schema.ToJsonString(Options).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject Value(ShapeNode node)
    {
        var schema = new JsonObject { ["description"] = Description(node.Key) };
        switch (node.Key.Kind)
        {
            case YamlKind.Map:
                foreach (var (name, value) in Keys(node))
                    schema[name] = value;
                break;
            case YamlKind.Maps:
                var item = new JsonObject();
                foreach (var (name, value) in Keys(node))
                    item[name] = value;
                schema["type"] = Types("array");
                schema["items"] = item;
                break;
            case YamlKind.Texts:
                schema["type"] = Types("array");
                schema["items"] = Scalar(node.Key, new JsonObject());
                break;
            default:
                Scalar(node.Key, schema);
                break;
        }

        return schema;
    }

    private static IEnumerable<(string Name, JsonNode? Value)> Keys(ShapeNode node)
    {
        yield return ("type", node.Key.Name.Length == 0 ? JsonValue.Create("object") : Types("object"));
        var properties = new JsonObject();
        foreach (var (name, child) in node.Children)
            properties[name] = Value(child);
        foreach (var word in node.Any?.Key.Words ?? [])
            properties[word] = Value(node.Any!);
        yield return ("properties", properties);
        yield return ("additionalProperties", node.Any is { Key.Words.Count: 0 } any ? Value(any) : JsonValue.Create(false));
        var required = node.Children.Values.Where(child => child.Key.Required).Select(child => (JsonNode)child.Key.Name).ToArray();
        if (required.Length > 0)
            yield return ("required", new JsonArray(required));
    }

    private static JsonObject Scalar(YamlKey key, JsonObject schema)
    {
        if (key.Words.Count > 0)
        {
            schema["enum"] = new JsonArray([.. key.Words.Select(word => (JsonNode)word)]);
            return schema;
        }

        schema["type"] = key.Kind switch
        {
            YamlKind.Whole => Types("integer"),
            YamlKind.Number => Types("number"),
            YamlKind.Flag => Types("boolean"),
            _ => Types("string", "number", "boolean"),
        };
        if (key.Minimum is { } minimum)
            schema["minimum"] = minimum;
        if (key.Maximum is { } maximum)
            schema["maximum"] = maximum;
        return schema;
    }

    /// <summary>A key without a value means its default, so nothing is allowed everywhere.</summary>
    private static JsonArray Types(params string[] names) => new([.. names.Append("null").Select(name => (JsonNode)name)]);

    private static string Description(YamlKey key) =>
        key.Default.Length == 0 ? key.Meaning : $"{key.Meaning} Default: {key.Default}.";
}
