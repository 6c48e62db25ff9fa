namespace Alai.Tasks;

/// <summary>What the gate says of a run.</summary>
/// <param name="Word">The decision.</param>
/// <param name="Outcome">The outcome it settles the run with.</param>
/// <param name="Reason">One line.</param>
/// <param name="Checks">Every check that was run, in order; the first failing one is named in the reason.</param>
/// <param name="Hold">The hold when a person decides, or null.</param>
public sealed record Verdict(
    VerdictWord Word,
    RunOutcome Outcome,
    string Reason,
    IReadOnlyList<CheckResult> Checks,
    Hold? Hold = null);
