namespace Alai.MissionControl;

/// <summary>Where an event chain ends.</summary>
/// <param name="Sequence">The newest event's number; 0 for none.</param>
/// <param name="Hash">Its hash, lower-case hex.</param>
/// <param name="Schema">The store's schema.</param>
public sealed record StoreHead(long Sequence, string Hash, int Schema);
