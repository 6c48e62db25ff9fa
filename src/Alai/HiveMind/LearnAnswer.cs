namespace Alai.HiveMind;

/// <summary>What came of learning.</summary>
/// <param name="Entry">The entry, also when it was known before; null when it was refused.</param>
/// <param name="IsNew">Whether it was not known before.</param>
/// <param name="Problem">Why it was refused and what to do; empty otherwise.</param>
public sealed record LearnAnswer(HiveEntry? Entry, bool IsNew, string Problem = "");
