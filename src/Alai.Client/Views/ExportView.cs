namespace Alai.Client.Views;

/// <summary>An export that was written.</summary>
public sealed record ExportView
{
    /// <summary>Its file, absolute.</summary>
    public required string File { get; init; }

    /// <summary>The last event in it.</summary>
    public long Sequence { get; init; }

    /// <summary>Rows of all tables.</summary>
    public long Rows { get; init; }

    /// <summary>Files beside the tables.</summary>
    public int Files { get; init; }

    /// <summary>Its length.</summary>
    public long Bytes { get; init; }
}
