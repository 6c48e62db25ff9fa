using Alai.Tasks;

namespace Alai.Storage;

/// <summary>Keeps a second writer out: a lock file next to the database, held for life.</summary>
internal sealed class WriterLock : IDisposable
{
    private readonly HeldFile _file;

    private WriterLock(HeldFile file) => _file = file;

    /// <summary>Takes it, waiting as long as the options allow.</summary>
    /// <exception cref="FactoryException">Another process holds it, or locks do not hold here.</exception>
    public static WriterLock Take(DatabaseOptions options)
    {
        if (options.FileLockingDisabled)
        {
            throw new FactoryException(
                "DOTNET_SYSTEM_IO_DISABLEFILELOCKING is set; expected file locks to be on.",
                "Unset it: the lock is what keeps two daemons apart.");
        }

        var path = options.Path + ".lock";
        var started = options.Time.GetTimestamp();
        using var pause = new ManualResetEventSlim();
        while (true)
        {
            if (HeldFile.TryTake(path) is { } file)
            {
                file.Write($"{Environment.ProcessId}\n");
                return new WriterLock(file);
            }

            if (options.Time.GetElapsedTime(started) >= options.LockPatience)
            {
                throw new FactoryException(
                    $"Another ALAI daemon holds {path}; expected to be the only one on this home.",
                    "Use the running one (`alai status`), stop it with `alai down`, or choose another home with --home.",
                    true);
            }

            pause.Wait(TimeSpan.FromMilliseconds(50));
        }
    }

    public void Dispose() => _file.Dispose();
}
