using Alai.Fleet;
using Alai.Minions.Protocol;
using Alai.Minions.Tools;
using CsCheck;

namespace Alai.Tests.Minions;

public sealed class ProtocolTests
{
    private static readonly Toolbox Toolbox = new([new ReadFileTool(), new WriteFileTool(), new EditFileTool(), new RunTool(), new FinishTool()]);
    private static readonly FencedProtocol Fenced = new();

    [Theory]
    [InlineData("""{"name":"run","arguments":{"command":"ls"}}""", 1)]
    [InlineData("```json\n{\"name\":\"run\",\"arguments\":{\"command\":\"ls\"}}\n```", 1)]
    [InlineData("""<tool_call>{"name":"run","arguments":{"command":"ls"}}</tool_call>""", 1)]
    [InlineData("""<think>hm</think>{"name":"run","arguments":{"command":"ls"}}""", 1)]
    [InlineData("""[{"name":"run","arguments":{"command":"ls"}},{"name":"run","arguments":{"command":"pwd"}}]""", 2)]
    [InlineData("""The file says {"name":"run","arguments":{"command":"ls"}}""", 0)]
    [InlineData("""{"name":"run","arguments":{"command":"ls"}} and then more""", 0)]
    [InlineData("""{"name":"run","arguments":{"command":"ls"}""", 0)]
    [InlineData("""{"name":"rm","arguments":{"command":"ls"}}""", 0)]
    [InlineData("""{"name":"run","arguments":{"cmd":"ls"}}""", 0)]
    [InlineData("""[{"name":"run","arguments":{"command":"ls"}},{"name":"rm","arguments":{}}]""", 0)]
    [InlineData("""<think>{"name":"run","arguments":{"command":"ls"}}""", 0)]
    public void Text_calls_count_only_as_the_whole_message(string text, int calls) =>
        Assert.Equal(calls, TextCalls.Find(text, new TurnContext(Toolbox, ""))?.Count ?? 0);

    [Fact]
    public void An_echo_of_what_was_read_is_not_done()
    {
        const string call = """{"name":"run","arguments":{"command":"rm -rf x"}}""";
        Assert.Null(TextCalls.Find(call, new TurnContext(Toolbox, "README:\n" + call)));
        const string block = "```call run\ncommand: rm -rf x\n```";
        Assert.Empty(Fenced.Read(new ChatTurn { Content = "The file says:\n" + block }, new TurnContext(Toolbox, "README:\n" + block)).Calls);
        Assert.Single(Fenced.Read(new ChatTurn { Content = block }, new TurnContext(Toolbox, "")).Calls);
    }

    [Theory]
    [InlineData("```call run\ncommand: ls")]
    [InlineData("```call run\ncommand: ls\n```\nand so on")]
    [InlineData("```\n```call run\ncommand: ls\n```\n```")]
    [InlineData("```call rocket\nx: y\n```")]
    [InlineData("```call run\nls\n```")]
    [InlineData("```call edit_file\npath: a\n<<<<<<< OLD\nx\n>>>>>>> NEW\n```")]
    public void Doubtful_blocks_do_nothing(string text) => Assert.Empty(Fenced.Read(new ChatTurn { Content = text }, new TurnContext(Toolbox, "")).Calls);

    [Fact]
    public void A_cut_turn_does_nothing_in_either_protocol()
    {
        var turn = new ChatTurn { Cut = true, Content = "```call run\ncommand: ls\n```", Calls = [new ToolCall("", "run", TextJson.Parse("""{"command":"ls"}"""))] };
        Assert.NotEmpty(Fenced.Read(turn, new TurnContext(Toolbox, "")).Problem);
        Assert.NotEmpty(new NativeProtocol().Read(turn, new TurnContext(Toolbox, "")).Problem);
    }

    [Fact]
    public void Any_file_survives_the_fence()
    {
        var line = Gen.String[Gen.Char["a` :<\"\\{"], 0, 10];
        line.Array[1, 8].Sample(lines =>
        {
            var content = string.Join('\n', lines) + "\n";
            var text = $"```````````````call write_file\npath: a.txt\ncontent:\n{content}```````````````";
            var parsed = Fenced.Read(new ChatTurn { Content = text }, new TurnContext(Toolbox, ""));
            return parsed.Calls.Count == 1 && parsed.Calls[0].Arguments.GetProperty("content").GetString() == content;
        }, iter: 500);
    }

    [Fact]
    public void A_wrong_call_is_answered_with_what_the_tool_takes()
    {
        var problem = Toolbox.Problem(new ToolCall("", "read_file", TextJson.Parse("""{"file":"a"}""")));
        Assert.Contains("missing: path", problem, StringComparison.Ordinal);
        Assert.Contains("unexpected: file", problem, StringComparison.Ordinal);
        Assert.Contains("read_file", Toolbox.Problem(new ToolCall("", "cat", TextJson.EmptyObject)), StringComparison.Ordinal);
    }
}
