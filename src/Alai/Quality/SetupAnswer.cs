using Alai.Tasks;

namespace Alai.Quality;

/// <summary>What came of a set-up.</summary>
/// <param name="Setup">The finished set-up; null when it failed, or when the product has none.</param>
/// <param name="Outcome">Null when it is ready or not needed; else <c>missing_dependency</c> or <c>sandbox_unavailable</c>.</param>
/// <param name="Reason">One line.</param>
/// <param name="Checks">The commands that ran now; empty when the cache had it.</param>
public sealed record SetupAnswer(PreparedSetup? Setup, RunOutcome? Outcome, string Reason, IReadOnlyList<CheckResult> Checks);
