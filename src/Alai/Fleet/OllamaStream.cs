using System.Net;
using System.Text;
using System.Text.Json;

namespace Alai.Fleet;

/// <summary>Gathers the chunks of one streamed chat into a turn.</summary>
internal sealed class OllamaStream(FleetHost host) : IChatGathering
{
    private readonly StringBuilder content = new();
    private readonly StringBuilder thinking = new();
    private readonly List<ToolCall> calls = [];
    private readonly RunawayGuard guard = new();
    private ChatTurn? ended;

    /// <summary>The turn as it stands; only whole when <see cref="IsDone"/>.</summary>
    public ChatTurn Turn => (ended ?? new ChatTurn()) with
    {
        Content = content.ToString(),
        Thinking = thinking.ToString(),
        Calls = [.. calls],
        Runaway = Runaway,
        Cut = Runaway || ended?.Cut == true,
    };

    /// <summary>Whether the server said that it is done.</summary>
    public bool IsDone => ended is not null;

    /// <summary>Whether the text repeats itself so often that the call should be broken off.</summary>
    public bool Runaway { get; private set; }

    /// <summary>What an error line meant, or null.</summary>
    public ChatAnswer? Error { get; private set; }

    /// <summary>Takes one line; true when it carried progress.</summary>
    /// <exception cref="JsonException">The line is not JSON.</exception>
    public bool Take(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        if (root.TryGetProperty("error", out _))
        {
            // Mid-stream errors come with status 200; only the words tell them apart.
            Error = ServerError.Read(HttpStatusCode.InternalServerError, root.GetRawText(), host);
            return false;
        }

        var progress = root.TryGetProperty("message", out var message) && TakeMessage(message);
        if (root.TryGetProperty("done", out var done) && done.ValueKind == JsonValueKind.True)
        {
            ended = new ChatTurn
            {
                Cut = root.TryGetProperty("done_reason", out var reason) && reason.GetString() == "length",
                PromptTokens = Number(root, "prompt_eval_count"),
                OutputTokens = Number(root, "eval_count"),
            };
            progress = true;
        }

        return progress;
    }

    private bool TakeMessage(JsonElement message)
    {
        var text = Text(message, "content");
        var thought = Text(message, "thinking");
        content.Append(text);
        thinking.Append(thought);
        if (guard.IsRunaway(text.Length > 0 ? text : thought))
            Runaway = true;
        var before = calls.Count;
        if (message.TryGetProperty("tool_calls", out var list) && list.ValueKind == JsonValueKind.Array)
            calls.AddRange(list.EnumerateArray().Select(ReadCall));
        return text.Length > 0 || thought.Length > 0 || calls.Count > before;
    }

    private static ToolCall ReadCall(JsonElement call)
    {
        var function = call.TryGetProperty("function", out var found) ? found : call;
        var arguments = function.TryGetProperty("arguments", out var given) ? given.Clone() : default;
        return new ToolCall(Text(call, "id"), Text(function, "name"), Objectified(arguments));
    }

    // Some templates give the arguments as a string, as OpenAI does.
    private static JsonElement Objectified(JsonElement arguments)
    {
        if (arguments.ValueKind == JsonValueKind.Object)
            return arguments;
        if (arguments.ValueKind == JsonValueKind.String && TextJson.TryParse(arguments.GetString()!, out var parsed))
            return parsed;
        return arguments.ValueKind == JsonValueKind.Undefined ? TextJson.EmptyObject : arguments;
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static long Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.TryGetInt64(out var number) ? number : 0;
}
