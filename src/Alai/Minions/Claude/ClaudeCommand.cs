using System.Globalization;

namespace Alai.Minions.Claude;

/// <summary>The argument vector and environment of one Claude Code run.</summary>
internal static class ClaudeCommand
{
    /// <summary>The tools it is offered; never its two dozen others.</summary>
    public const string Tools = "Bash,Edit,Read,Write,Glob,Grep";

    private const string ReadingTools = "Read,Glob,Grep";

    /// <summary>The command line; the prompt goes by standard input.</summary>
    public static IReadOnlyList<string> Words(ClaudeDoor door, WorkOrder order)
    {
        var tools = order.ReadOnly ? ReadingTools : Tools;
        List<string> words =
        [
            door.Program, "-p", "--output-format", "stream-json", "--verbose",
            "--model", order.Route.Model,
            "--max-turns", order.Limits.Steps.ToString(CultureInfo.InvariantCulture),
            "--max-budget-usd", (order.PaidMicroUsd / 1_000_000m).ToString("0.####", CultureInfo.InvariantCulture),
            "--tools", tools, "--allowedTools", tools, "--permission-mode", "acceptEdits",
            // A cloned repository's own settings, hooks and servers are never read.
            "--setting-sources", "user", "--strict-mcp-config", "--no-session-persistence",
        ];
        if (order.Prompt.AnswerSchema is { } schema)
            words.AddRange(["--json-schema", schema]);
        return words;
    }

    /// <summary>The variables; HOME is the sandbox's own empty one, and the key is none.</summary>
    public static IReadOnlyDictionary<string, string> Environment(ClaudeDoor door) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ANTHROPIC_BASE_URL"] = door.Url.ToString(),
        ["ANTHROPIC_API_KEY"] = "held-by-the-daemon",
        ["CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC"] = "1",
        ["CLAUDE_CODE_MAX_RETRIES"] = "2",
        ["DISABLE_AUTOUPDATER"] = "1",
        ["IS_SANDBOX"] = "1",
    };
}
