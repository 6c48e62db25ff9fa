using System.Text;
using System.Text.Json;
using Alai.Fleet;

namespace Alai.Tests.Fleet;

public sealed class LlamaServerClientTests
{
    private static readonly FleetHost Host = new() { Name = "kimi", Url = new Uri("http://kimi"), Engine = EngineKind.LlamaServer };

    [Fact]
    public void A_streamed_call_is_put_together_from_its_pieces()
    {
        var stream = new LlamaStream(Host);
        Take(stream, """data: {"choices":[{"delta":{"reasoning_content":"hm"}}]}""");
        Take(stream, """data: {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"x","function":{"name":"run","arguments":"{\"comm"}}]}}]}""");
        Assert.False(stream.Take(": ping"u8.ToArray()));
        Take(stream, """data: {"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"and\":\"ls\"}"}}]},"finish_reason":"tool_calls"}]}""");
        stream.Take("""data: {"choices":[],"usage":{"prompt_tokens":12,"completion_tokens":3}}"""u8.ToArray());
        Take(stream, "data: [DONE]");
        var turn = stream.Conclude().Turn!;
        Assert.True(stream.IsDone);
        Assert.Equal("hm", turn.Thinking);
        Assert.Equal("ls", Assert.Single(turn.Calls).Arguments.GetProperty("command").GetString());
        Assert.Equal(12, turn.PromptTokens);
    }

    [Fact]
    public void Arguments_that_are_not_json_are_the_models_error()
    {
        var stream = new LlamaStream(Host);
        Take(stream, """data: {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"x","function":{"name":"run","arguments":"{oops"}}]},"finish_reason":"tool_calls"}]}""");
        Assert.Equal(ChatAnswerKind.FormatError, stream.Conclude().Kind);
    }

    [Fact]
    public void Call_ids_count_over_the_whole_conversation()
    {
        var call = new ToolCall("random", "run", TextJson.Parse("""{"command":"ls"}"""));
        var request = FleetBench.Request() with
        {
            Messages =
            [
                new ChatMessage("assistant", "") { Calls = [call] }, new ChatMessage("tool", "a") { ToolName = "run" },
                new ChatMessage("assistant", "") { Calls = [call] }, new ChatMessage("tool", "b") { ToolName = "run" },
            ],
        };
        var messages = JsonElement.Parse(LlamaRequestBody.Write(request)).GetProperty("messages");
        Assert.Equal("functions.run:1", messages[2].GetProperty("tool_calls")[0].GetProperty("id").GetString());
        Assert.Equal("functions.run:1", messages[3].GetProperty("tool_call_id").GetString());
        Assert.Equal(JsonValueKind.String, messages[0].GetProperty("tool_calls")[0].GetProperty("function").GetProperty("arguments").ValueKind);
    }

    private static void Take(LlamaStream stream, string line) => Assert.True(stream.Take(Encoding.UTF8.GetBytes(line)));
}
