using Alai.Tasks;

namespace Alai.Quality;

/// <summary>What the base looks like before any agent starts.</summary>
/// <param name="Outcome">Null when the base is green; else <c>red_base</c>, <c>missing_dependency</c> or <c>sandbox_unavailable</c>.</param>
/// <param name="Reason">One line.</param>
/// <param name="Checks">What was seen; empty when the answer came from the cache.</param>
public sealed record BaseFinding(RunOutcome? Outcome, string Reason, IReadOnlyList<CheckResult> Checks)
{
    /// <summary>Whether work may start.</summary>
    public bool IsGreen => Outcome is null;
}
