using System.Text.Json;
using Alai.Tasks;

namespace Alai.Minions.Claude;

/// <summary>
/// Maps what Claude Code left behind to one outcome. Neither exit code 0 nor the word "success" means done: a result
/// line, no error, no denial and exit code 0 together make a candidate, which the gate then proves.
/// </summary>
internal static class ClaudeEnd
{
    /// <summary>The report of a run that ended by itself or was killed.</summary>
    /// <param name="transcript">What its lines told.</param>
    /// <param name="exitCode">Its exit code, or null when it never started.</param>
    /// <param name="errors">The end of its standard error.</param>
    /// <param name="needsSchema">Whether an answer by schema was asked for.</param>
    public static WorkReport Of(ClaudeTranscript transcript, int? exitCode, string errors, bool needsSchema = false)
    {
        if (transcript.Result is not { } result)
            return Failed(RunOutcome.Crashed, $"claude ended with {exitCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no exit code"} and without a result line: {Tail(errors)}", new RunFigures { ToolCalls = transcript.ToolCalls });
        var figures = Figures(result, transcript);
        var (failure, reason) = Judge(result, transcript, exitCode);
        var text = Text(result, "result");
        if (failure is null && needsSchema && !result.TryGetProperty("structured_output", out _))
            (failure, reason) = (RunOutcome.Format, "it says success and left no answer by the schema");
        var answer = result.TryGetProperty("structured_output", out var structured) ? structured.GetRawText() : text;
        return new WorkReport { Failure = failure, Reason = reason, Summary = text, Answer = failure is null ? answer : "", Figures = figures };
    }

    private static (RunOutcome? Failure, string Reason) Judge(JsonElement result, ClaudeTranscript transcript, int? exitCode)
    {
        var end = Text(result, "terminal_reason");
        switch (Text(result, "subtype"))
        {
            case "error_max_turns":
                return (RunOutcome.LimitSteps, "it used all its turns");
            case "error_max_budget_usd":
                return (RunOutcome.Denied, "it used all the money this run was given");
            case "error_during_execution":
                return (RunOutcome.Crashed, $"it was stopped while it worked ({end})");
        }

        if (result.TryGetProperty("is_error", out var error) && error.ValueKind == JsonValueKind.True)
            return (Cause(transcript.Error, end, Status(result)), $"{(transcript.Error.Length > 0 ? transcript.Error : "error")} {Status(result)}: {Tail(Text(result, "result"))}");
        if (Denials(result) is { Count: > 0 } denied)
            return (RunOutcome.Denied, $"it says success, and these tools were denied: {string.Join(", ", denied)}. Allow them in the company's tools, or change the task");
        if (Text(result, "stop_reason") == "refusal")
            return (RunOutcome.Refused, "the model refused");
        if (end is not ("completed" or ""))
            return (RunOutcome.Unknown, $"it ended for a reason this version does not know: {end}");
        return exitCode == 0 ? (null, "claude says it finished") : (RunOutcome.Crashed, $"it says success and ended with exit code {exitCode}");
    }

    private static RunOutcome Cause(string error, string end, int status) => (error, end, status) switch
    {
        (_, "prompt_too_long", _) => RunOutcome.ContextOverflow,
        ("authentication_failed", _, _) or (_, _, 401 or 403) => RunOutcome.Auth,
        ("billing_error" or "model_not_found", _, _) or (_, _, 404) => RunOutcome.BadConfig,
        ("max_output_tokens", _, _) => RunOutcome.Truncated,
        ("rate_limit", _, _) or (_, _, 429) => RunOutcome.Quota,
        ("invalid_request", _, _) or (_, _, 400) => RunOutcome.BadConfig,
        ("refusal", _, _) => RunOutcome.Refused,
        _ => RunOutcome.ModelUnavailable,
    };

    // Sums of the stream's own usage lines count twice; the result line alone is the bill.
    private static RunFigures Figures(JsonElement result, ClaudeTranscript transcript)
    {
        var usage = result.TryGetProperty("usage", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        return new RunFigures
        {
            TokensIn = Number(usage, "input_tokens") + Number(usage, "cache_read_input_tokens") + Number(usage, "cache_creation_input_tokens"),
            TokensOut = Number(usage, "output_tokens"),
            ModelCalls = (int)Number(result, "num_turns"),
            ToolCalls = transcript.ToolCalls,
            CostMicroUsd = Cost(result),
        };
    }

    private static long Cost(JsonElement result) =>
        result.TryGetProperty("total_cost_usd", out var cost) && cost.ValueKind == JsonValueKind.Number && cost.TryGetDecimal(out var dollars)
            ? (long)Math.Ceiling(Math.Clamp(dollars, 0m, 1_000_000m) * 1_000_000m)
            : 0;

    private static List<string> Denials(JsonElement result) =>
        result.TryGetProperty("permission_denials", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object).Select(one => Text(one, "tool_name")).Distinct(StringComparer.Ordinal)]
            : [];

    private static int Status(JsonElement result) => (int)Number(result, "api_error_status");

    private static long Number(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : 0;

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Tail(string text) => text.Length > 300 ? text[^300..].Trim() : text.Trim();

    private static WorkReport Failed(RunOutcome outcome, string reason, RunFigures figures) =>
        new() { Failure = outcome, Reason = reason, Figures = figures };
}
