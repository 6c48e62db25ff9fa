using System.Globalization;

namespace Alai.Minions.Claude;

/// <summary>The argument vector and environment of one Claude Code run.</summary>
internal static class ClaudeCommand
{
    /// <summary>The tools it is offered; never its two dozen others.</summary>
    public const string Tools = "Bash,Edit,Read,Write,Glob,Grep";

    private const string ReadingTools = "Read,Glob,Grep";

    /// <summary>The command line; the prompt goes by standard input.</summary>
    public static IReadOnlyList<string> Words(IPaidDoor door, WorkOrder order)
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

    /// <summary>The variables; HOME is the sandbox's own empty one, and what stands for the key is the door's token.</summary>
    public static IReadOnlyDictionary<string, string> Environment(IPaidDoor door, WorkOrder order) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ANTHROPIC_BASE_URL"] = $"http://127.0.0.1:{door.Port}",
        ["ANTHROPIC_API_KEY"] = door.Token,

        // What it does beside the work (titles, summaries) goes to the same model: the door knows no other.
        ["ANTHROPIC_SMALL_FAST_MODEL"] = order.Route.Model,
        ["ANTHROPIC_DEFAULT_HAIKU_MODEL"] = order.Route.Model,
        ["CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC"] = "1",
        ["CLAUDE_CODE_MAX_RETRIES"] = "2",

        // The most it may write is reserved before each call.
        ["CLAUDE_CODE_MAX_OUTPUT_TOKENS"] = "16000",
        ["DISABLE_AUTOUPDATER"] = "1",
        ["IS_SANDBOX"] = "1",
        ["NO_PROXY"] = "127.0.0.1,localhost",
    };

    /// <summary>What of the machine must be readable to start it: its folder, and where a link to it leads.</summary>
    public static IReadOnlyList<string> Roots(IPaidDoor door)
    {
        var target = new FileInfo(door.Program).ResolveLinkTarget(returnFinalTarget: true)?.FullName;
        return [.. new[] { door.Program, target }.OfType<string>().Select(path => Path.GetDirectoryName(path)!).Distinct(StringComparer.Ordinal)];
    }
}
