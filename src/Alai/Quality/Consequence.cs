using Alai.Tasks;

namespace Alai.Quality;

/// <summary>What follows from a run.</summary>
/// <param name="Word">The gate's word.</param>
/// <param name="Move">What becomes of the stage task.</param>
/// <param name="Reason">One line for people.</param>
/// <param name="CountsAttempt">Whether an attempt is used.</param>
/// <param name="CountsEscalation">Whether an escalation is used.</param>
public sealed record Consequence(
    VerdictWord Word,
    TaskMove Move,
    string Reason,
    bool CountsAttempt = false,
    bool CountsEscalation = false)
{
    /// <summary>The verdict as the store and the screens know it.</summary>
    public Verdict ToVerdict(RunOutcome outcome, IReadOnlyList<CheckResult> checks) => new(Word, outcome, Reason, checks, Move.Hold);
}
