using System.Text;
using Alai.Tasks;

namespace Alai.Sandbox;

/// <summary>A folder for one socket, closed to other people, gone when it is disposed.</summary>
internal sealed class DoorFolder : IDisposable
{
    private const int LongestSocketPath = 100;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly string folder;

    /// <summary>Makes one.</summary>
    /// <param name="state">A folder of ours; where its path is too long for a socket, the temporary directory is used.</param>
    internal DoorFolder(string state)
    {
        var natural = Path.Combine(state, "d" + Guid.NewGuid().ToString("N")[..10]);
        folder = Encoding.UTF8.GetByteCount(natural) + 6 <= LongestSocketPath ? Private(natural) : Directory.CreateTempSubdirectory("alai-d").FullName;
    }

    /// <summary>Where the socket goes.</summary>
    internal string Socket => Path.Combine(folder, "door");

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static string Private(string path) => OperatingSystem.IsWindows()
        ? throw new FactoryException("Sandboxes reach the daemon through Unix sockets.", "Use Linux or macOS for runs.")
        : Directory.CreateDirectory(path, OwnerOnly).FullName;
}
