namespace Alai.Fleet;

/// <summary>What came of one call. Expected ends are values; only cancellation throws.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Why">One sentence; empty for a turn.</param>
/// <param name="Turn">The model's turn, not null exactly when the kind is turn.</param>
public sealed record ChatAnswer(ChatAnswerKind Kind, string Why, ChatTurn? Turn = null)
{
    /// <summary>Whether another host, or the same one later, may do better.</summary>
    public bool IsTransient => Kind is ChatAnswerKind.Stalled or ChatAnswerKind.Unavailable or ChatAnswerKind.Busy;
}
