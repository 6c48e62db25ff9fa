using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>An outbox row.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Item">What to do.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="CreatedAt">When it was written.</param>
public sealed record OutboxEntry(long Id, OutboxItem Item, int Tries, DateTimeOffset CreatedAt);
