using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Alai.Tasks;
using Alai.Yaml;

namespace Alai.Rehearsal;

/// <summary>Reads scripts from YAML; JSON is YAML too.</summary>
public static class RehearsalScriptFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="FactoryException">It is no script; says where and why.</exception>
    public static RehearsalScript Load(string path) => Read(YamlDocument.Load(path), path);

    /// <summary>Reads a text.</summary>
    /// <exception cref="FactoryException">It is no script; says where and why.</exception>
    public static RehearsalScript Parse(string text, string name) => Read(YamlDocument.Parse(text, name), name);

    /// <summary>Writes a script as JSON that <see cref="Load"/> reads.</summary>
    public static string Write(RehearsalScript script) => JsonSerializer.Serialize(script, Options);

    private static RehearsalScript Read(YamlDocument document, string name)
    {
        if (document.Problems.Count > 0 || document.Root is null)
            throw Broken(name, document.Problems.Count > 0 ? string.Join("; ", document.Problems) : "it is empty");
        try
        {
            return ToJson(document.Root).Deserialize<RehearsalScript>(Options) ?? throw Broken(name, "it is empty");
        }
        catch (JsonException wrong)
        {
            throw Broken(name, wrong.Message, wrong);
        }
    }

    private static FactoryException Broken(string name, string why, Exception? inner = null) => new(
        $"Expected a rehearsal script in {name}; {why}", "Compare it with docs on rehearsal scripts: version, models, rules.", inner: inner);

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMap map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, ToJson(entry.Value)))),
        YamlList list => new JsonArray([.. list.Items.Select(ToJson)]),
        YamlScalar { IsNull: true } => null,
        YamlScalar scalar when scalar.AsFlag() is { } flag => JsonValue.Create(flag),
        YamlScalar scalar when scalar.AsWhole() is { } whole => JsonValue.Create(whole),
        YamlScalar scalar when scalar.AsNumber() is { } number => JsonValue.Create(number),
        YamlScalar scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidOperationException($"a YAML node of an unknown kind: {node.GetType().Name}"),
    };
}
