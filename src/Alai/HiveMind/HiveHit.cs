namespace Alai.HiveMind;

/// <summary>An entry that was found.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Score">Higher is closer; comparable within one answer only; 0 when nothing was asked for by words.</param>
public sealed record HiveHit(HiveEntry Entry, double Score);
