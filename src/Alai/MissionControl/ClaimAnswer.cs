using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>What came of a claim.</summary>
/// <param name="Key">The run's key, or null when it was not claimed.</param>
/// <param name="Refusal">Why not, in one line; null when claimed.</param>
public sealed record ClaimAnswer(RunKey? Key, string? Refusal);
