using Alai.Tasks;

namespace Alai.Storage;

/// <summary>Refuses folders on network file systems: their locks and shared memory do not hold what WAL needs.</summary>
internal static class NetworkFileSystem
{
    // The runtime names remote kinds by the magic number statfs gives; these it may still call fixed or unknown.
    private static readonly string[] Remote =
        ["nfs", "cifs", "smb", "afs", "ceph", "lustre", "gpfs", "gfs", "9p", "v9fs", "sshfs", "glusterfs", "davfs", "coda", "ncp", "ocfs"];

    /// <exception cref="FactoryException">The folder is on a network file system.</exception>
    public static void Refuse(string folder)
    {
        var drive = new DriveInfo(folder);
        var format = Format(drive);
        if (IsRemote(drive.DriveType, format))
        {
            throw new FactoryException(
                $"{folder} is on a network file system ({format}); expected a local disk.",
                "File locks there do not prove who is alive. Put the home on a local disk with --home.");
        }
    }

    public static bool IsRemote(DriveType type, string format) =>
        type == DriveType.Network || Remote.Any(name => format.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static string Format(DriveInfo drive)
    {
        try
        {
            return drive.DriveFormat;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "unknown";
        }
    }
}
