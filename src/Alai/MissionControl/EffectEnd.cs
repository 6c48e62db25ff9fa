namespace Alai.MissionControl;

/// <summary>An outside effect that was seen to have happened, written with what it means for its root.</summary>
/// <param name="Key">Its idempotency key.</param>
/// <param name="Output">What came of it, in one line.</param>
public sealed record EffectEnd(string Key, string Output);
