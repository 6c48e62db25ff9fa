using System.Net;
using System.Text;
using System.Text.Json;

namespace Alai.Fleet;

/// <summary>Gathers the events of one streamed chat of llama.cpp's server into a turn.</summary>
internal sealed class LlamaStream(FleetHost host) : IChatGathering
{
    private readonly StringBuilder _content = new();
    private readonly StringBuilder _thinking = new();
    private readonly SortedDictionary<long, (string Id, string Name, StringBuilder Arguments)> _calls = [];
    private readonly RunawayGuard _guard = new();
    private string _reason = "";
    private long _promptTokens;
    private long _outputTokens;

    public bool IsDone { get; private set; }

    public bool Runaway { get; private set; }

    public ChatAnswer? Error { get; private set; }

    /// <summary>Takes one line; true when it carried progress. Comment lines are pings and carry none.</summary>
    /// <exception cref="JsonException">The event is not JSON.</exception>
    public bool Take(ReadOnlyMemory<byte> line)
    {
        var text = Encoding.UTF8.GetString(line.Span);
        if (!text.StartsWith("data:", StringComparison.Ordinal))
            return false;
        var data = text[5..].Trim();
        if (data == "[DONE]")
        {
            IsDone = true;
            return true;
        }

        var root = TextJson.Parse(data);
        if (root.TryGetProperty("error", out _))
        {
            Error = ServerError.Read(HttpStatusCode.InternalServerError, data, host);
            return false;
        }

        if (ProbeJson.Child(root, "usage") is { ValueKind: JsonValueKind.Object } usage)
            (_promptTokens, _outputTokens) = (ProbeJson.Number(usage, "prompt_tokens"), ProbeJson.Number(usage, "completion_tokens"));
        return ProbeJson.List(root, "choices").Aggregate(false, (any, choice) => TakeChoice(choice) || any);
    }

    /// <summary>The turn; arguments that are not JSON are the model's format error.</summary>
    public ChatAnswer Conclude()
    {
        var calls = new List<ToolCall>();
        foreach (var (id, name, arguments) in _calls.Values)
        {
            var cut = Runaway || _reason == "length";
            if (!TextJson.TryParse(arguments.Length == 0 ? "{}" : arguments.ToString(), out var json) && !cut)
                return new ChatAnswer(ChatAnswerKind.FormatError, $"the arguments of {name} are not JSON");
            calls.Add(new ToolCall(id, name, json.ValueKind == JsonValueKind.Undefined ? TextJson.EmptyObject : json));
        }

        return new ChatAnswer(ChatAnswerKind.Turn, "", new ChatTurn
        {
            Content = _content.ToString(),
            Thinking = _thinking.ToString(),
            Calls = calls,
            Cut = Runaway || _reason == "length",
            Runaway = Runaway,
            PromptTokens = _promptTokens,
            OutputTokens = _outputTokens,
        });
    }

    private bool TakeChoice(JsonElement choice)
    {
        if (ProbeJson.Text(choice, "finish_reason") is { Length: > 0 } reason)
            _reason = reason;
        var delta = ProbeJson.Child(choice, "delta");
        var (text, thought) = (ProbeJson.Text(delta, "content"), ProbeJson.Text(delta, "reasoning_content"));
        _content.Append(text);
        _thinking.Append(thought);
        Runaway |= _guard.IsRunaway(text.Length > 0 ? text : thought);
        var called = false;
        foreach (var call in ProbeJson.List(delta, "tool_calls"))
        {
            TakeCall(call);
            called = true;
        }

        return text.Length > 0 || thought.Length > 0 || called || _reason.Length > 0;
    }

    private void TakeCall(JsonElement call)
    {
        var index = ProbeJson.Number(call, "index");
        var function = ProbeJson.Child(call, "function");
        if (!_calls.TryGetValue(index, out var known))
            known = (ProbeJson.Text(call, "id"), "", new StringBuilder());
        known.Arguments.Append(ProbeJson.Text(function, "arguments"));
        _calls[index] = known with { Name = known.Name + ProbeJson.Text(function, "name") };
    }
}
