namespace Alai.HiveMind;

/// <summary>One remembered thing. Never changed; a retracted one is kept and never recalled.</summary>
public sealed record HiveEntry
{
    /// <summary>Characters an entry may have.</summary>
    public const int LongestText = 5000;

    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>Recognises a repeat.</summary>
    public required string Key { get; init; }

    /// <summary>What it is.</summary>
    public required HiveKind Kind { get; init; }

    /// <summary>The text, without secrets.</summary>
    public required string Text { get; init; }

    /// <summary>Where it comes from.</summary>
    public required HiveSource Source { get; init; }

    /// <summary>When it was learned.</summary>
    public required DateTimeOffset LearnedAt { get; init; }

    /// <summary>Not returned from then on, or null.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Why it no longer counts and who says so; empty while it counts.</summary>
    public string Retracted { get; init; } = "";
}
