using System.Text.Json;
using Alai.Fleet;
using Alai.Minions.Protocol;

namespace Alai.Minions;

/// <summary>Gets an answer that keeps a JSON schema: asked with the server's format, then in words; checked by us either way.</summary>
internal static class SchemaAnswer
{
    /// <summary>The answer as JSON text, or null with the reason, or the failed call.</summary>
    public static async Task<(string? Json, string Why, ChatAnswer? Failed)> AskAsync(
        ModelCalls model, IReadOnlyList<ChatMessage> messages, string schema, CancellationToken cancellationToken)
    {
        var request = model.Request(messages, []) with { Format = schema, Think = false };
        var first = await model.AskAsync(request, cancellationToken);
        if (first.Turn is null && first.Kind != ChatAnswerKind.FormatError)
            return (null, first.Why, first);
        var (json, why) = Read(first.Turn, schema);
        if (json is not null)
            return (json, "", null);

        // Some servers ignore the format of thinking models; the same schema in words is the second way.
        ChatMessage asked = new("user", $"That was not the JSON object asked for ({why}). Answer with one JSON object and nothing else, by this schema:\n{schema}");
        var second = await model.AskAsync(request with { Format = null, Messages = [.. messages, asked] }, cancellationToken);
        if (second.Turn is null)
            return (null, second.Why, second);
        (json, why) = Read(second.Turn, schema);
        return (json, why, null);
    }

    /// <summary>The one JSON object a turn is, or why it is none. Words around it, or two objects, are none.</summary>
    public static (string? Json, string Why) Read(ChatTurn? turn, string schema) => turn switch
    {
        null => (null, "the server could not read it"),
        { Cut: true } => (null, "it was cut at the output limit"),
        _ => ReadText(turn.Content, schema),
    };

    public static (string? Json, string Why) ReadText(string content, string schema)
    {
        var text = TextCalls.StripThinking(content).Trim();
        if (text.StartsWith("```", StringComparison.Ordinal) && text.EndsWith("```", StringComparison.Ordinal) && text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var feed)
            text = text[(feed + 1)..^3].Trim();
        if (!TextJson.TryParse(text, out var json))
            return (null, "it is not one JSON object");
        var problems = JsonSchemaCheck.Problems(json, TextJson.Parse(schema));
        return problems.Count == 0 ? (JsonSerializer.Serialize(json), "") : (null, string.Join("; ", problems));
    }
}
