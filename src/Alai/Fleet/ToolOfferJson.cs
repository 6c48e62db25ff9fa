using System.Text.Json;

namespace Alai.Fleet;

/// <summary>Writes offered tools the way both protocols take them.</summary>
internal static class ToolOfferJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ToolOffer> tools)
    {
        if (tools.Count == 0)
            return;
        json.WriteStartArray("tools");
        foreach (var tool in tools)
        {
            json.WriteStartObject();
            json.WriteString("type", "function");
            json.WriteStartObject("function");
            json.WriteString("name", tool.Name);
            json.WriteString("description", tool.Description);
            json.WritePropertyName("parameters");
            json.WriteRawValue(tool.Schema);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
