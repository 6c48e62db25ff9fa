using System.Security.Cryptography;
using System.Text;

namespace Alai.Client;

/// <summary>Where the daemon of a home listens. Daemon and command line compute the same path.</summary>
public static class HomeSocket
{
    // sun_path holds 108 bytes on Linux and 104 on macOS, the closing zero included.
    private static readonly int LongestPath = OperatingSystem.IsMacOS() ? 103 : 107;

    /// <summary><c>HOME/data/alai.sock</c>, or a short path under the temporary directory when that is too long for a socket.</summary>
    /// <param name="home">The absolute home.</param>
    public static string PathFor(string home)
    {
        var natural = Path.Combine(HomeFolder.Data(home), "alai.sock");
        return Encoding.UTF8.GetByteCount(natural) <= LongestPath
            ? natural
            : Path.Combine(Path.GetTempPath(), "alai-" + ShortHash(home), "alai.sock");
    }

    /// <summary>
    /// Whether nobody else can have put the socket there: its folder is closed to everybody but its owner,
    /// so being able to reach into it means owning it.
    /// </summary>
    /// <param name="socketPath">The socket's path.</param>
    public static bool IsPrivate(string socketPath)
    {
        var folder = Path.GetDirectoryName(socketPath);
        if (OperatingSystem.IsWindows() || folder is null || !Directory.Exists(folder))
            return true;
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        return (File.GetUnixFileMode(folder) & others) == UnixFileMode.None;
    }

    private static string ShortHash(string home) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(home)))[..16];
}
