using System.Globalization;
using Alai.Tasks;

namespace Alai.Storage;

/// <summary>A file locked for as long as this process lives; the kernel lets it go on death, whatever the death.</summary>
internal sealed class HeldFile : IDisposable
{
    private readonly FileStream _stream;

    private HeldFile(FileStream stream) => _stream = stream;

    /// <summary>Locks the file, or returns null when another process holds it.</summary>
    /// <exception cref="FactoryException">It cannot be written, or locks do not hold here.</exception>
    public static HeldFile? TryTake(string path)
    {
        // Somebody may have replaced the file between opening and locking: then the lock is on a file without a name.
        for (var round = 0; round < 5; round++)
        {
            if (Open(path) is not { } stream)
                return null;
            if (StillNamed(stream, path))
            {
                if (Open(path) is { } second)
                {
                    second.Dispose();
                    stream.Dispose();
                    throw new FactoryException(
                        $"Locking {path} does not keep a second opener out.",
                        "Unset DOTNET_SYSTEM_IO_DISABLEFILELOCKING and put the home on a local disk.");
                }

                return new HeldFile(stream);
            }

            stream.Dispose();
        }

        return null;
    }

    /// <summary>Replaces the file's text; told to people, never read as proof of anything.</summary>
    public void Write(string text)
    {
        _stream.SetLength(0);
        _stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        _stream.Flush(true);
    }

    /// <summary>Removes the file while it is still locked, so nobody can take the name in between.</summary>
    public void Remove() => File.Delete(_stream.Name);

    public void Dispose() => _stream.Dispose();

    private static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (DirectoryNotFoundException)
        {
            throw StorageErrors.NoFolder(Path.GetDirectoryName(path) ?? path);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw StorageErrors.Unwritable(path, problem);
        }
        catch (IOException problem) when (IsHeldElsewhere(problem))
        {
            return null;
        }
        catch (IOException problem)
        {
            throw StorageErrors.Unwritable(path, problem);
        }
    }

    // EWOULDBLOCK is 11 on Linux and 35 on macOS; Windows says sharing violation.
    private static bool IsHeldElsewhere(IOException problem) =>
        problem.HResult is 11 or 35 or unchecked((int)0x80070020);

    // Linux names the file behind a descriptor; a replaced or removed one is called otherwise. Elsewhere an open file keeps its name.
    private static bool StillNamed(FileStream stream, string path)
    {
        if (!OperatingSystem.IsLinux())
            return true;
        var number = stream.SafeFileHandle.DangerousGetHandle().ToInt64().ToString(CultureInfo.InvariantCulture);
        var target = new FileInfo("/proc/self/fd/" + number).LinkTarget;
        return target is null || Path.GetFileName(target) == Path.GetFileName(path);
    }
}
