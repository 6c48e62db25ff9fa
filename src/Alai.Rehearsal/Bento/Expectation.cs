namespace Alai.Rehearsal.Bento;

/// <summary>Something the demo promises, compared with the store.</summary>
/// <param name="What">The promise.</param>
/// <param name="Met">Whether the store shows it.</param>
/// <param name="Seen">What the store shows instead.</param>
internal sealed record Expectation(string What, bool Met, string Seen);
