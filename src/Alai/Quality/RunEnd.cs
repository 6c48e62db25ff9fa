using Alai.Tasks;

namespace Alai.Quality;

/// <summary>How a run ended, for the decision what follows.</summary>
/// <param name="Outcome">One of the closed set.</param>
/// <param name="Reason">One line.</param>
public sealed record RunEnd(RunOutcome Outcome, string Reason)
{
    /// <summary>Attached to the next attempt; the reason when empty.</summary>
    public string Failure { get; init; } = "";

    /// <summary>A hold the gate or the executor asks for, or null.</summary>
    public Hold? Hold { get; init; }

    /// <summary>When the provider says its quota ends, or null.</summary>
    public DateTimeOffset? QuotaUntil { get; init; }

    /// <summary>How the gate saw it end.</summary>
    public static RunEnd Of(GateResult result) => new(result.Outcome, result.Reason) { Failure = result.Failure, Hold = result.Hold };

    /// <summary>How a minion that did not finish says it ended.</summary>
    /// <exception cref="ArgumentException">The report is of a finished run, which only the gate may judge.</exception>
    public static RunEnd Of(WorkReport report) => report.Failure is { } outcome
        ? new RunEnd(outcome, report.Reason) { Hold = report.Hold, QuotaUntil = report.QuotaUntil }
        : throw new ArgumentException("a finished run is judged by the gate, not by its report", nameof(report));
}
