namespace Alai.HiveMind;

/// <summary>What to look for. Expired and retracted entries are never found.</summary>
public sealed record HiveQuery
{
    /// <summary>Words, identifiers, or a whole task; empty lists the newest.</summary>
    public string Text { get; init; } = "";

    /// <summary>Null looks everywhere (a person's search); a name looks in that product and in what is shared; empty in what is shared alone.</summary>
    public string? Product { get; init; }

    /// <summary>Only this kind, or null.</summary>
    public HiveKind? Kind { get; init; }

    /// <summary>Only what was learned from then on, or null.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>At most so many.</summary>
    public int Limit { get; init; } = 10;
}
