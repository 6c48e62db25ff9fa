using System.Text.Json;
using System.Text.RegularExpressions;
using Alai.Fleet;

namespace Alai.Minions.Protocol;

/// <summary>
/// Calls that a model printed as text. Read only when the whole message is calls: one JSON object or array, bare or in one fence,
/// or tagged blocks. Never dug out of prose, never taken from text the model only repeats, never mended by guess.
/// </summary>
internal static partial class TextCalls
{
    /// <summary>The calls, or null when the message is not calls alone.</summary>
    public static IReadOnlyList<ToolCall>? Find(string content, TurnContext context)
    {
        var text = StripThinking(content).Trim();
        if (text.Length == 0 || (context.Seen.Length > 0 && context.Seen.Contains(text, StringComparison.Ordinal)))
            return null;
        var blocks = Tagged(text) ?? [Unfenced(text)];
        var calls = new List<ToolCall>();
        foreach (var block in blocks)
        {
            if (!TextJson.TryParse(block, out var json) || ReadAll(json) is not { Count: > 0 } read)
                return null;
            calls.AddRange(read);
        }

        return calls.TrueForAll(call => context.Toolbox.Problem(call).Length == 0 && !IsEcho(call, context)) ? calls : null;
    }

    /// <summary>A text without the model's reasoning; an unclosed one swallows the rest.</summary>
    public static string StripThinking(string text)
    {
        var stripped = Thought().Replace(text, "");
        var open = stripped.IndexOf("<think>", StringComparison.Ordinal);
        return open < 0 ? stripped : stripped[..open];
    }

    /// <summary>Whether exactly this call stands in text the model read.</summary>
    public static bool IsEcho(ToolCall call, TurnContext context) =>
        context.Seen.Length > 0 && context.Seen.Contains(call.Arguments.GetRawText(), StringComparison.Ordinal)
        && call.Arguments.EnumerateObject().Any();

    private static List<string>? Tagged(string text)
    {
        var matches = Tags().Matches(text);
        if (matches.Count == 0)
            return null;
        var rest = Tags().Replace(text, "").Trim();
        return rest.Length > 0 ? null : [.. matches.Select(match => match.Groups["body"].Value.Trim())];
    }

    private static string Unfenced(string text) => Fence().Match(text) is { Success: true } fence ? fence.Groups["body"].Value.Trim() : text;

    private static List<ToolCall>? ReadAll(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
            return ReadOne(json) is { } one ? [one] : null;
        var calls = json.EnumerateArray().Select(ReadOne).ToList();
        return calls.Contains(null) ? null : [.. calls.Select(call => call!)];
    }

    private static ToolCall? ReadOne(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return null;
        var function = json.TryGetProperty("function", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : json;
        if (!function.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String)
            return null;
        if (!function.TryGetProperty("arguments", out var arguments) && !function.TryGetProperty("parameters", out arguments))
            return null;
        if (arguments.ValueKind == JsonValueKind.String && TextJson.TryParse(arguments.GetString()!, out var parsed))
            arguments = parsed;
        return arguments.ValueKind == JsonValueKind.Object ? new ToolCall("", name.GetString()!, arguments.Clone()) : null;
    }

    [GeneratedRegex("<think>.*?</think>", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Thought();

    [GeneratedRegex("<tool_call>(?<body>.*?)</tool_call>", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex("^```[a-z]*\n(?<body>[^`]*)\n```$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Fence();
}
