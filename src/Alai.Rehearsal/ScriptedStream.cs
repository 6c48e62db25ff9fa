using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Alai.Rehearsal;

/// <summary>Streams one answer in Ollama's chunks.</summary>
internal sealed class ScriptedStream(TimeProvider time)
{
    private const int Piece = 24;
    private const double CharactersPerToken = 3.6;

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The prompt tokens of a request, tools included.</summary>
    public static int Tokens(RecordedChat chat)
    {
        var tools = chat.OffersTools ? chat.Body.GetProperty("tools").GetRawText().Length : 0;
        var calls = chat.Messages.Sum(message => message.TryGetProperty("tool_calls", out var made) ? made.GetRawText().Length : 0);
        return (int)((chat.All.Length + tools + calls) / CharactersPerToken) + 10;
    }

    public async Task WriteAsync(HttpContext context, RecordedChat chat, RehearsalAnswer answer, CancellationToken cancellationToken)
    {
        await DelayAsync(answer, cancellationToken);
        context.Response.ContentType = "application/x-ndjson";
        await context.Response.StartAsync(cancellationToken);
        var text = Said(answer);
        foreach (var piece in Pieces(answer.Thinking))
            await ChunkAsync(context, chat, new { role = "assistant", content = "", thinking = piece }, cancellationToken);
        foreach (var (piece, index) in Pieces(text).Select((piece, index) => (piece, index)))
        {
            await ChunkAsync(context, chat, new { role = "assistant", content = piece }, cancellationToken);
            if (index == 0 && await BreaksAsync(context, answer, cancellationToken))
                return;
            if (answer.Scenario == Scenario.SlowDrip)
                await DelayAsync(answer, cancellationToken);
        }

        if (text.Length == 0 && await BreaksAsync(context, answer, cancellationToken))
            return;
        if (answer.Scenario is not (Scenario.CallAsText or Scenario.CutJson) && answer.Calls.Count > 0)
            await ChunkAsync(context, chat, new { role = "assistant", content = "", tool_calls = answer.Calls.Select(Native) }, cancellationToken);
        await EndAsync(context, chat, answer, cancellationToken);
    }

    private async Task<bool> BreaksAsync(HttpContext context, RehearsalAnswer answer, CancellationToken cancellationToken)
    {
        switch (answer.Scenario)
        {
            case Scenario.Stall:
                await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
                return true;
            case Scenario.Vanish:
                context.Abort();
                return true;
            case Scenario.ErrorLine:
                await LineAsync(context, new { error = "an error was encountered while running the model" }, cancellationToken);
                return true;
            default:
                return false;
        }
    }

    private static string Said(RehearsalAnswer answer)
    {
        var calls = answer.Calls.Select(call => JsonSerializer.Serialize(new { name = call.Tool, arguments = call.Args }, Options)).ToList();
        return answer.Scenario switch
        {
            Scenario.CallAsText => calls.Count == 1 ? calls[0] : $"[{string.Join(",", calls)}]",
            Scenario.CutJson => answer.Text.Length > 0 ? answer.Text : calls[0][..(calls[0].Length / 2)],
            Scenario.Prose when answer.Text.Length == 0 => "I have looked at everything and the change is complete. All tests pass.",
            Scenario.Stall or Scenario.Vanish or Scenario.ErrorLine when answer.Text.Length == 0 => "Let me",
            _ => answer.Text,
        };
    }

    private static async Task EndAsync(HttpContext context, RecordedChat chat, RehearsalAnswer answer, CancellationToken cancellationToken)
    {
        var tokens = answer.PromptTokens ?? (answer.Scenario == Scenario.SilentTruncation ? Tokens(chat) / 7 : Tokens(chat));
        await LineAsync(context, new
        {
            model = chat.Model,
            created_at = DateTimeOffset.UnixEpoch,
            message = new { role = "assistant", content = "" },
            done = true,
            done_reason = answer.Scenario == Scenario.CutJson ? "length" : "stop",
            total_duration = 20_000_000L,
            load_duration = 1_000_000L,
            prompt_eval_count = tokens,
            prompt_eval_duration = 10_000_000L,
            eval_count = Math.Max(1, (answer.Text.Length + answer.Thinking.Length) / 4),
            eval_duration = 9_000_000L,
        }, cancellationToken);
    }

    private static Task ChunkAsync(HttpContext context, RecordedChat chat, object message, CancellationToken cancellationToken) =>
        LineAsync(context, new { model = chat.Model, created_at = DateTimeOffset.UnixEpoch, message, done = false }, cancellationToken);

    private static async Task LineAsync(HttpContext context, object line, CancellationToken cancellationToken)
    {
        await context.Response.WriteAsync(JsonSerializer.Serialize(line, Options) + "\n", cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
    }

    private static object Native(RehearsalCall call, int index) => new
    {
        id = $"call_{index}",
        function = new { index, name = call.Tool, arguments = call.Args },
    };

    private static IEnumerable<string> Pieces(string text)
    {
        // Few large pieces for long texts: the protocol is tested, not the patience of the tests.
        var size = Math.Max(Piece, text.Length / 8);
        for (int at = 0, end; at < text.Length; at = end)
        {
            end = Math.Min(at + size, text.Length);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
                end++;
            yield return text[at..end];
        }
    }

    private Task DelayAsync(RehearsalAnswer answer, CancellationToken cancellationToken) =>
        answer.DelayMs > 0 ? Task.Delay(TimeSpan.FromMilliseconds(answer.DelayMs), time, cancellationToken) : Task.CompletedTask;
}
