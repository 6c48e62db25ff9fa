namespace Alai.Rehearsal;

/// <summary>A rule of a script: when it answers, and with what.</summary>
public sealed record RehearsalRule
{
    /// <summary>When it answers; always when empty.</summary>
    public RehearsalWhen When { get; init; } = new();

    /// <summary>Answers by turn of the conversation; the last one repeats.</summary>
    public required IReadOnlyList<RehearsalAnswer> Answers { get; init; }

    /// <summary>Whether answers go by how often the rule was used instead of by turn.</summary>
    public bool ByUse { get; init; }

    /// <summary>How often it may answer in all; null for ever.</summary>
    public int? Times { get; init; }
}
