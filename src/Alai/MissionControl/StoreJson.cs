using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alai.MissionControl;

/// <summary>The JSON of columns that are read as a whole: camel case names, snake case words.</summary>
internal static class StoreJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)
        ?? throw new JsonException($"a stored {typeof(T).Name} is null");

    /// <summary>A list of words; most rows have none.</summary>
    public static IReadOnlyList<string> Words(string json) => json == "[]" ? [] : Read<string[]>(json);

    public static string? WriteOrNull<T>(T? value)
        where T : class => value is null ? null : Write(value);
}
