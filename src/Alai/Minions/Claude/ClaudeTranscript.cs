using System.Text.Json;
using Alai.Tasks;

namespace Alai.Minions.Claude;

/// <summary>
/// What Claude Code's stream of JSON lines told so far. Unknown lines are ignored; what is told on the way is a hint, the
/// last <c>result</c> line alone counts.
/// </summary>
/// <param name="log">Hears of texts, tool calls and retries.</param>
internal sealed class ClaudeTranscript(IRunLog log)
{
    private const int LongestNote = 400;

    /// <summary>The result line, or null while there is none.</summary>
    public JsonElement? Result { get; private set; }

    /// <summary>The cause an API error was given, for example <c>authentication_failed</c>; empty when there was none.</summary>
    public string Error { get; private set; } = "";

    /// <summary>Tools asked for.</summary>
    public int ToolCalls { get; private set; }

    /// <summary>Lines that were understood.</summary>
    public int Lines { get; private set; }

    /// <summary>Reads one line; anything that is not one JSON object of a known type is passed over.</summary>
    public void Hear(string line)
    {
        if (line.Length == 0 || line[0] != '{')
            return;
        try
        {
            using var document = JsonDocument.Parse(line);
            Read(document.RootElement);
        }
        catch (JsonException)
        {
            // Cut by a kill, or no line of the protocol.
        }
    }

    private void Read(JsonElement json)
    {
        Lines++;
        switch (Word(json, "type"))
        {
            case "assistant":
                if (Word(json, "error") is { Length: > 0 } error)
                    Error = error;
                foreach (var block in Blocks(json))
                    Tell(block);
                break;
            case "system" when Word(json, "subtype") == "api_retry":
                log.Step(new RunStep("note", "the provider lets it wait: " + Word(json, "error")));
                break;
            case "result":
                Result = json.Clone();
                break;
        }
    }

    private void Tell(JsonElement block)
    {
        switch (Word(block, "type"))
        {
            case "tool_use":
                ToolCalls++;
                log.Step(new RunStep("tool", Word(block, "name"), block.TryGetProperty("input", out var input) ? Short(input.GetRawText()) : ""));
                break;
            case "text":
                log.Step(new RunStep("model", Short(Word(block, "text"))));
                break;
        }
    }

    private static IEnumerable<JsonElement> Blocks(JsonElement json) =>
        json.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.Object
        && message.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Array
            ? content.EnumerateArray().Where(block => block.ValueKind == JsonValueKind.Object)
            : [];

    private static string Word(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Short(string text) => text.Length > LongestNote ? text[..LongestNote] + "..." : text;
}
