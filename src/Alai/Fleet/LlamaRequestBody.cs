using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Alai.Fleet;

/// <summary>Writes a chat request as llama.cpp's server reads it. Call ids count over the whole conversation as <c>functions.NAME:IDX</c>: Kimi falls apart with others.</summary>
internal static class LlamaRequestBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(ChatRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("model", request.Model);
            ToolOfferJson.Write(json, request.Tools);
            WriteMessages(json, request.Messages);
            json.WriteBoolean("stream", true);
            json.WriteStartObject("stream_options");
            json.WriteBoolean("include_usage", true);
            json.WriteEndObject();
            json.WriteBoolean("cache_prompt", true);
            json.WriteNumber("max_tokens", request.MaxOutput);
            if (request.Temperature is { } temperature)
                json.WriteNumber("temperature", temperature);
            if (request.Format is { } schema)
                WriteFormat(json, schema);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteFormat(Utf8JsonWriter json, string schema)
    {
        json.WriteStartObject("response_format");
        json.WriteString("type", "json_schema");
        json.WriteStartObject("json_schema");
        json.WriteString("name", "answer");
        json.WritePropertyName("schema");
        json.WriteRawValue(schema);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMessages(Utf8JsonWriter json, IReadOnlyList<ChatMessage> messages)
    {
        var calls = 0;
        var waiting = new Queue<string>();
        json.WriteStartArray("messages");
        foreach (var message in messages)
        {
            json.WriteStartObject();
            json.WriteString("role", message.Role);
            json.WriteString("content", message.Content);
            if (message.Thinking.Length > 0)
                json.WriteString("reasoning_content", message.Thinking);
            if (message.Role == "tool")
                json.WriteString("tool_call_id", waiting.TryDequeue(out var id) ? id : message.ToolCallId);
            if (message.Calls.Count > 0)
            {
                waiting.Clear();
                json.WriteStartArray("tool_calls");
                foreach (var call in message.Calls)
                {
                    var named = string.Create(CultureInfo.InvariantCulture, $"functions.{call.Name}:{calls++}");
                    waiting.Enqueue(named);
                    WriteCall(json, call, named);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCall(Utf8JsonWriter json, ToolCall call, string id)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("type", "function");
        json.WriteStartObject("function");
        json.WriteString("name", call.Name);

        // OpenAI's shape has the arguments as a string where Ollama's has an object.
        json.WriteString("arguments", call.Arguments.GetRawText());
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
