using System.Net;
using System.Text.Json;

namespace Alai.Fleet;

/// <summary>What a model server's error means. Matched on its words first: versions disagree about the status.</summary>
internal static class ServerError
{
    private static readonly string[] OverflowWords =
        ["exceed_context_size", "exceeds the available context", "longer than the context", "context length", "exceeds context", "exceed context"];

    private static readonly string[] ParserWords =
        ["tool call", "tool_call", "parsing", "parse", "unexpected end of json", "invalid character", "grammar", "does not support tools"];

    public static ChatAnswer Read(HttpStatusCode status, string body, FleetHost host)
    {
        var said = Message(body);
        var why = $"host {host.Name} answered {(int)status}: {said}";
        if (Has(said, OverflowWords) || Has(body, "exceed_context_size"))
            return new ChatAnswer(ChatAnswerKind.Overflow, why);
        return status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new ChatAnswer(ChatAnswerKind.Auth, why),
            HttpStatusCode.NotFound => new ChatAnswer(ChatAnswerKind.ModelMissing, why),
            HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests => new ChatAnswer(ChatAnswerKind.Busy, why),
            HttpStatusCode.BadRequest => new ChatAnswer(ChatAnswerKind.FormatError, why),
            _ when Has(said, "maximum pending requests") => new ChatAnswer(ChatAnswerKind.Busy, why),
            _ when Has(said, "not found") && Has(said, "model") => new ChatAnswer(ChatAnswerKind.ModelMissing, why),
            _ when Has(said, ParserWords) => new ChatAnswer(ChatAnswerKind.FormatError, why),
            _ => new ChatAnswer(ChatAnswerKind.Unavailable, why),
        };
    }

    /// <summary>The words of an error body: Ollama's string, OpenAI's object, or the text itself.</summary>
    public static string Message(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("error", out var error))
            {
                return error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var message)
                    ? Join(message.ToString(), error.TryGetProperty("type", out var type) ? type.ToString() : "")
                    : error.ToString();
            }
        }
        catch (JsonException)
        {
            // Not JSON: a proxy's page, or plain text. Its first words say enough.
        }

        return body.Length > 300 ? body[..300] + "..." : body;
    }

    private static string Join(string message, string type) => type.Length == 0 ? message : $"{message} ({type})";

    private static bool Has(string text, params string[] words) =>
        words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
