namespace Alai.Orchestration;

/// <summary>A backup that was made, or lies there.</summary>
/// <param name="File">Its file, absolute.</param>
/// <param name="At">When it was made.</param>
/// <param name="Sequence">The last event in it.</param>
/// <param name="Bytes">Its length.</param>
internal sealed record BackupRecord(string File, DateTimeOffset At, long Sequence, long Bytes)
{
    /// <summary>SHA-256 of the whole file; empty when it was only listed.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>What could not be put into it, one line each; empty when it was only listed.</summary>
    public IReadOnlyList<string> Lacks { get; init; } = [];

    /// <summary>Whether it was made before a change of the schema; such are kept until a person deletes them.</summary>
    public bool BeforeMigration { get; init; }
}
