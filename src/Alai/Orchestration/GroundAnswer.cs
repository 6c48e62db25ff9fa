using Alai.Quality;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>The ground, or why the run cannot begin.</summary>
/// <param name="Ground">The ground, or null.</param>
/// <param name="End">How the run ends without it, or null.</param>
/// <param name="Checks">What was seen on the way.</param>
internal sealed record GroundAnswer(Ground? Ground, RunEnd? End, IReadOnlyList<CheckResult> Checks)
{
    public static GroundAnswer No(RunOutcome outcome, string reason, IReadOnlyList<CheckResult>? checks = null) =>
        new(null, new RunEnd(outcome, reason), checks ?? []);
}
