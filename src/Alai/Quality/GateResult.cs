using Alai.Tasks;

namespace Alai.Quality;

/// <summary>What the gate found. What follows from it is <see cref="EscalationPolicy"/>'s.</summary>
/// <param name="Outcome"><c>verified</c>, <c>verify_failed</c>, <c>no_change</c>, <c>missing_dependency</c> or <c>sandbox_unavailable</c>.</param>
/// <param name="Reason">One line; names the first failing check.</param>
/// <param name="Checks">Every check that ran, in order.</param>
/// <param name="Hold">Set when nothing failed, but a person must say yes.</param>
/// <param name="Failure">What a next attempt should read: the failing check with the end of its output; empty when nothing failed.</param>
public sealed record GateResult(
    RunOutcome Outcome,
    string Reason,
    IReadOnlyList<CheckResult> Checks,
    Hold? Hold = null,
    string Failure = "");
