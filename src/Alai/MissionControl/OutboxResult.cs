namespace Alai.MissionControl;

/// <summary>What came of one try to send an outbox row.</summary>
/// <param name="Sent">Whether it was sent.</param>
/// <param name="RetryAt">When to try again, when it was not.</param>
/// <param name="Note">One line: where it went, or what failed.</param>
public sealed record OutboxResult(bool Sent, DateTimeOffset? RetryAt, string Note);
