namespace Alai.Settings;

/// <summary>How much of the home's disk stays free.</summary>
public sealed record DiskSettings
{
    /// <summary>With less free than this nothing new starts, in bytes.</summary>
    public long Reserve { get; init; } = 512L * 1024 * 1024;

    /// <summary>With less of the disk free than this nothing new starts, in percent; the larger of the two counts.</summary>
    public int ReservePercent { get; init; } = 5;

    /// <summary>The file that is given up so that what runs can end on a full disk, in bytes; zero for none.</summary>
    public long Ballast { get; init; } = 32L * 1024 * 1024;
}
