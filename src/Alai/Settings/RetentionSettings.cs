namespace Alai.Settings;

/// <summary>How long leftovers of finished tasks are kept. Nothing of an open or held task ever goes.</summary>
public sealed record RetentionSettings
{
    /// <summary>Transcripts are kept so long after their task ended.</summary>
    public TimeSpan Transcripts { get; init; } = TimeSpan.FromDays(180);

    /// <summary>Transcripts of finished tasks together may have so many bytes; beyond it the oldest go first.</summary>
    public long TranscriptBytes { get; init; } = 10L * 1024 * 1024 * 1024;

    /// <summary>Snapshots of workspaces are kept so long after their task ended.</summary>
    public TimeSpan Snapshots { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Snapshots of finished tasks of one product may be so many; beyond it the oldest go first.</summary>
    public int MostSnapshots { get; init; } = 5000;
}
