using Alai.Client;

namespace Alai.Host;

/// <summary>The folders the daemon needs, closed to other people.</summary>
internal static class HomePlace
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes them and gives the data folder.</summary>
    public static string Prepare(string home)
    {
        Directory.CreateDirectory(home);
        var data = HomeFolder.Data(home);
        Private(data);
        Private(HomeFolder.Logs(home));
        Private(Path.GetDirectoryName(HomeSocket.PathFor(home))!);
        return data;
    }

    private static void Private(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else if (!Directory.Exists(folder))
            Directory.CreateDirectory(folder, OwnerOnly);
        else
            File.SetUnixFileMode(folder, OwnerOnly);
    }
}
