namespace Alai.HiveMind;

/// <summary>What goes into a prompt: quoted data with its sources, never instructions.</summary>
/// <param name="Hits">What was taken, best first.</param>
/// <param name="Quoted">Each entry as a line that names its source, then its text with every line marked <c>&gt; </c>; empty when nothing fits.</param>
/// <param name="Legs">Which ways of searching took part.</param>
public sealed record Recollection(IReadOnlyList<HiveHit> Hits, string Quoted, IReadOnlyList<string> Legs);
