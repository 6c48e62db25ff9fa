using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Alai.Fleet;

/// <summary>Writes a chat request as Ollama reads it; the same request gives the same bytes, so prefixes stay cached.</summary>
internal static class OllamaRequestBody
{
    // Relaxed escaping: quotes and angle brackets of code stay one byte instead of six.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(ChatRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("model", request.Model);
            ToolOfferJson.Write(json, request.Tools);
            json.WriteStartArray("messages");
            foreach (var message in request.Messages)
                WriteMessage(json, message);
            json.WriteEndArray();
            json.WriteBoolean("stream", true);
            if (request.Format is { } format)
            {
                json.WritePropertyName("format");
                json.WriteRawValue(format);
            }

            if (request.Think is { } think)
                json.WriteBoolean("think", think);
            json.WriteString("keep_alive", request.KeepAlive);

            // Both false from every client of the fleet: no silent cut, and no reload because two clients differ.
            json.WriteBoolean("truncate", false);
            json.WriteBoolean("shift", false);
            WriteOptions(json, request);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteOptions(Utf8JsonWriter json, ChatRequest request)
    {
        json.WriteStartObject("options");
        json.WriteNumber("num_ctx", request.NumCtx);
        json.WriteNumber("num_predict", request.MaxOutput);
        if (request.Temperature is { } temperature)
            json.WriteNumber("temperature", temperature);
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, ChatMessage message)
    {
        json.WriteStartObject();
        json.WriteString("role", message.Role);
        json.WriteString("content", message.Content);
        if (message.Thinking.Length > 0)
            json.WriteString("thinking", message.Thinking);
        if (message.ToolName.Length > 0)
            json.WriteString("tool_name", message.ToolName);
        if (message.ToolCallId.Length > 0)
            json.WriteString("tool_call_id", message.ToolCallId);
        if (message.Calls.Count > 0)
        {
            json.WriteStartArray("tool_calls");
            foreach (var call in message.Calls)
                WriteCall(json, call);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteCall(Utf8JsonWriter json, ToolCall call)
    {
        json.WriteStartObject();
        if (call.Id.Length > 0)
            json.WriteString("id", call.Id);
        json.WriteStartObject("function");
        json.WriteString("name", call.Name);
        json.WritePropertyName("arguments");
        call.Arguments.WriteTo(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
