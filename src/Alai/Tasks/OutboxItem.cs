namespace Alai.Tasks;

/// <summary>A side effect to come, written with the transition that causes it.</summary>
/// <param name="Topic"><c>hive</c>, <c>wiki</c> or <c>notify</c>.</param>
/// <param name="IdempotencyKey">Recognises a repeat at the other side.</param>
/// <param name="Payload">JSON.</param>
public sealed record OutboxItem(string Topic, string IdempotencyKey, string Payload);
