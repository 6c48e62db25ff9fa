namespace Alai.HiveMind;

/// <summary>What a search found.</summary>
/// <param name="Hits">Best first.</param>
/// <param name="Legs">Which ways of searching took part, for example <c>words</c>; a search never quietly does less than it says.</param>
public sealed record HiveAnswer(IReadOnlyList<HiveHit> Hits, IReadOnlyList<string> Legs);
