namespace Alai.Orchestration;

/// <summary>Why a ready task is not claimed now.</summary>
/// <param name="Reason">From the closed set.</param>
/// <param name="Sentence">The exact rule, with its figures, for people.</param>
/// <param name="NextStep">What a person can do, or empty when it passes by itself.</param>
public sealed record Skip(SkipReason Reason, string Sentence, string NextStep = "");
