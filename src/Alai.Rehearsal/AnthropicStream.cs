using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Alai.Rehearsal;

/// <summary>A message as the provider sends it: the documented events of a stream, or the whole object.</summary>
internal static class AnthropicStream
{
    /// <summary>Streams it.</summary>
    public static async Task WriteAsync(HttpContext context, JsonElement asked, AnthropicAnswer answer)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        var message = Whole(asked, answer);
        message["content"] = new JsonArray();
        message["stop_reason"] = null;
        message["usage"]!["output_tokens"] = 1;
        await EventAsync(context, "message_start", new JsonObject { ["message"] = message });
        await EventAsync(context, "ping", []);
        var blocks = Blocks(answer);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (answer.IsCut)
            {
                context.Abort();
                return;
            }

            await BlockAsync(context, i, blocks[i]!.DeepClone().AsObject());
        }

        await EventAsync(context, "message_delta", new JsonObject
        {
            ["delta"] = new JsonObject { ["stop_reason"] = StopReason(answer), ["stop_sequence"] = null },
            ["usage"] = new JsonObject { ["output_tokens"] = answer.OutputTokens },
        });
        await EventAsync(context, "message_stop", []);
    }

    /// <summary>The message in one piece.</summary>
    public static JsonObject Whole(JsonElement asked, AnthropicAnswer answer) => new()
    {
        ["id"] = "msg_rehearsal",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = asked.TryGetProperty("model", out var model) ? model.GetString() : "",
        ["content"] = Blocks(answer),
        ["stop_reason"] = StopReason(answer),
        ["stop_sequence"] = null,
        ["usage"] = new JsonObject
        {
            ["input_tokens"] = answer.InputTokens,
            ["cache_creation_input_tokens"] = answer.CacheWritten,
            ["cache_read_input_tokens"] = answer.CacheRead,
            ["output_tokens"] = answer.OutputTokens,
        },
    };

    private static JsonArray Blocks(AnthropicAnswer answer)
    {
        var blocks = new JsonArray { new JsonObject { ["type"] = "text", ["text"] = answer.Text } };
        if (answer.Tool is { } tool)
        {
            blocks.Add(new JsonObject
            {
                ["type"] = "tool_use", ["id"] = "toolu_" + Guid.NewGuid().ToString("N"), ["name"] = tool, ["input"] = JsonNode.Parse(answer.Input.GetRawText()),
            });
        }

        return blocks;
    }

    private static string StopReason(AnthropicAnswer answer) => answer.Tool is null ? "end_turn" : "tool_use";

    private static async Task BlockAsync(HttpContext context, int index, JsonObject block)
    {
        var isText = block["type"]!.GetValue<string>() == "text";
        var (said, input) = (block["text"]?.GetValue<string>() ?? "", block["input"]?.ToJsonString() ?? "");
        block[isText ? "text" : "input"] = isText ? "" : new JsonObject();
        await EventAsync(context, "content_block_start", new JsonObject { ["index"] = index, ["content_block"] = block });
        foreach (var piece in (isText ? said : input).Chunk(40).Select(letters => new string(letters)))
        {
            await EventAsync(context, "content_block_delta", new JsonObject
            {
                ["index"] = index,
                ["delta"] = isText
                    ? new JsonObject { ["type"] = "text_delta", ["text"] = piece }
                    : new JsonObject { ["type"] = "input_json_delta", ["partial_json"] = piece },
            });
        }

        await EventAsync(context, "content_block_stop", new JsonObject { ["index"] = index });
    }

    private static async Task EventAsync(HttpContext context, string type, JsonObject data)
    {
        var json = new JsonObject { ["type"] = type };
        foreach (var (name, value) in data)
            json[name] = value?.DeepClone();
        await context.Response.WriteAsync($"event: {type}\ndata: {json.ToJsonString()}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
