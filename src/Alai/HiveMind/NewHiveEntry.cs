namespace Alai.HiveMind;

/// <summary>Something to be remembered.</summary>
/// <param name="Key">Learning the same key twice changes nothing; empty makes one from product and text.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">At most <see cref="HiveEntry.LongestText"/> characters; secrets are taken out at write.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="ExpiresAt">Not returned from then on; null keeps it.</param>
public sealed record NewHiveEntry(string Key, HiveKind Kind, string Text, HiveSource Source, DateTimeOffset? ExpiresAt = null);
