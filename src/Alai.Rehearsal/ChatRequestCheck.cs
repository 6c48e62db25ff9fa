using System.Text.Json;

namespace Alai.Rehearsal;

/// <summary>What a careful client must send; each breach is refused as loudly as a server could.</summary>
internal static class ChatRequestCheck
{
    private static readonly string[] Roles = ["system", "user", "assistant", "tool"];

    public static IReadOnlyList<string> Problems(JsonElement body)
    {
        var problems = new List<string>();
        if (!Is(body, "model", JsonValueKind.String))
            problems.Add("model: expected a string");
        if (!Is(body, "truncate", JsonValueKind.False))
            problems.Add("truncate: expected false");
        if (!Is(body, "shift", JsonValueKind.False))
            problems.Add("shift: expected false");
        if (!Is(body, "stream", JsonValueKind.True))
            problems.Add("stream: expected true");
        if (!Is(body, "options", JsonValueKind.Object) || !Is(body.GetProperty("options"), "num_ctx", JsonValueKind.Number))
            problems.Add("options.num_ctx: expected a number");
        if (!Is(body, "messages", JsonValueKind.Array))
            problems.Add("messages: expected a list");
        else
            problems.AddRange(body.GetProperty("messages").EnumerateArray().SelectMany(MessageProblems));
        return problems;
    }

    private static IEnumerable<string> MessageProblems(JsonElement message, int index)
    {
        var role = Is(message, "role", JsonValueKind.String) ? message.GetProperty("role").GetString()! : "";
        if (!Roles.Contains(role))
            yield return $"messages[{index}].role: '{role}' is no role";
        if (!Is(message, "content", JsonValueKind.String))
            yield return $"messages[{index}].content: expected a string";
        if (role == "tool" && !Is(message, "tool_name", JsonValueKind.String))
            yield return $"messages[{index}].tool_name: expected a string";
        if (!message.TryGetProperty("tool_calls", out var calls))
            yield break;
        foreach (var call in calls.EnumerateArray())
        {
            if (!call.TryGetProperty("function", out var function) || !Is(function, "arguments", JsonValueKind.Object))
                yield return $"messages[{index}].tool_calls: arguments must be an object";
        }
    }

    private static bool Is(JsonElement element, string name, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == kind;
}
