namespace Alai.Orchestration;

/// <summary>How full a disk is.</summary>
/// <param name="Free">Bytes this account may still write.</param>
/// <param name="Total">Bytes of the whole.</param>
internal readonly record struct DiskSpace(long Free, long Total)
{
    /// <summary>The disk of a folder.</summary>
    public static DiskSpace Of(string folder)
    {
        var drive = new DriveInfo(folder);
        return new DiskSpace(drive.AvailableFreeSpace, drive.TotalSize);
    }
}
