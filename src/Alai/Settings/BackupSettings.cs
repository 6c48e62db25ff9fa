namespace Alai.Settings;

/// <summary>When the daemon backs itself up, and what it keeps.</summary>
public sealed record BackupSettings
{
    /// <summary>How long after the last backup the next one is made when something changed; zero for never.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>Newest backups kept.</summary>
    public int Keep { get; init; } = 24;

    /// <summary>Days of which the newest backup is kept besides.</summary>
    public int KeepDays { get; init; } = 7;

    /// <summary>Where they go, relative to the home.</summary>
    public string Folder { get; init; } = "data/backups";
}
