using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Alai.Cli;

/// <summary>JSON for people and pipes: indented, letters as they are, control characters escaped.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Indent(string json)
    {
        using var document = JsonDocument.Parse(json);
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Form))
            document.WriteTo(writer);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
