using System.Globalization;
using System.Text.Json;

namespace Alai.Fleet;

/// <summary>Reads what hosts say of their models; absent fields are zero or empty, wrong shapes are errors of the host.</summary>
internal static class ProbeJson
{
    public static async Task<JsonElement> GetAsync(HttpClient http, FleetHost host, string path, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri(host.Url, path), cancellationToken);
        return await ReadAsync(response, path, cancellationToken);
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response, string path, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{path} answered {(int)response.StatusCode}: {ServerError.Message(body)}");
        return TextJson.Parse(body);
    }

    public static ServedModel Model(JsonElement entry)
    {
        var details = Child(entry, "details");
        return new ServedModel
        {
            Name = Text(entry, "name") is { Length: > 0 } name ? name : Text(entry, "model"),
            Digest = Text(entry, "digest"),
            Bytes = Number(entry, "size"),
            Billions = Billions(Text(details, "parameter_size")),
            Family = Text(details, "family"),
            ContextLength = (int)Number(details, "context_length"),
            Capabilities = Words(entry, "capabilities"),
            RemoteHost = Text(entry, "remote_host"),
        };
    }

    public static LoadedModel Loaded(JsonElement entry) => new(
        Text(entry, "name"), Text(entry, "digest"), Number(entry, "size"), Number(entry, "size_vram"), (int)Number(entry, "context_length"));

    /// <summary>Completes a model from <c>/api/show</c>.</summary>
    public static ServedModel Shown(ServedModel model, JsonElement show)
    {
        var context = Child(show, "model_info") is { ValueKind: JsonValueKind.Object } info
            ? info.EnumerateObject().Where(field => field.Name.EndsWith(".context_length", StringComparison.Ordinal))
                .Select(field => field.Value.TryGetInt64(out var value) ? value : 0).FirstOrDefault()
            : 0;
        return model with
        {
            ContextLength = model.ContextLength > 0 ? model.ContextLength : (int)Math.Min(context, int.MaxValue),
            Capabilities = model.Capabilities.Count > 0 ? model.Capabilities : Words(show, "capabilities"),
        };
    }

    public static IEnumerable<JsonElement> List(JsonElement element, string name) =>
        Child(element, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static string Text(JsonElement element, string name) =>
        Child(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : "";

    public static long Number(JsonElement element, string name) =>
        Child(element, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : 0;

    public static JsonElement Child(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <summary>Reads <c>32.8B</c> or <c>494.03M</c>.</summary>
    public static double Billions(string size)
    {
        if (size.Length < 2 || !double.TryParse(size.AsSpan(0, size.Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return 0;
        return size[^1] switch { 'T' => number * 1000, 'B' => number, 'M' => number / 1000, 'K' => number / 1e6, _ => 0 };
    }

    private static List<string> Words(JsonElement element, string name) =>
        [.. List(element, name).Where(word => word.ValueKind == JsonValueKind.String).Select(word => word.GetString()!)];
}
