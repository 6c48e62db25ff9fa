using System.Text.Json;

namespace Alai.Orchestration;

/// <summary>What an outbox row of an ended root carries; the rest is read from Mission Control when the row is sent.</summary>
/// <param name="Task">The root's number.</param>
/// <param name="Uid">The root's uid.</param>
/// <param name="ArtefactHash">The tree that landed.</param>
/// <param name="Outcome">One line.</param>
internal sealed record RootEnded(long Task, string Uid, string ArtefactHash, string Outcome)
{
    public static JsonSerializerOptions Json { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}
