using Alai.Tasks;

namespace Alai.Quality.Checks;

/// <summary>What one check found.</summary>
/// <param name="Results">What it saw; at least one.</param>
internal sealed record CheckFinding(IReadOnlyList<CheckResult> Results)
{
    /// <summary>Not null when the run ends here.</summary>
    public RunOutcome? Failure { get; init; }

    /// <summary>One line: why it failed, or why a person must say yes; empty when it passed.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whether a person must say yes although nothing failed.</summary>
    public bool NeedsApproval { get; init; }

    public static CheckFinding Pass(string check, string seen) => new([Result(check, true, seen)]);

    public static CheckFinding Fail(string check, string reason, RunOutcome outcome = RunOutcome.VerifyFailed) =>
        new([Result(check, false, reason)]) { Failure = outcome, Reason = reason };

    public static CheckFinding Ask(string check, string reason) =>
        new([Result(check, false, reason)]) { NeedsApproval = true, Reason = reason };

    private static CheckResult Result(string check, bool passed, string seen) => new() { Check = check, Passed = passed, Seen = seen };
}
