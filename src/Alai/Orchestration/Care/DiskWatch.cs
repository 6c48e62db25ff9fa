using Alai.Settings;

namespace Alai.Orchestration;

/// <summary>
/// Keeps room on the home's disk: below the low-water mark nothing new starts; on a full disk the ballast is given up so that what
/// runs can end; when there is room again it is made again.
/// </summary>
internal sealed class DiskWatch(FactoryHome home, Func<string, DiskSpace> probe, Func<DiskSettings> settings)
{
    private readonly Lock gate = new();

    /// <summary>What is missing, or null; asked of the disk each time.</summary>
    public string? Shortage()
    {
        var (space, mark) = (probe(home.Data), settings());
        var least = Least(space, mark);
        return space.Free < least
            ? $"only {Words(space.Free)} of the disk of {home.Root} are free, and {Words(least)} are needed to start work (disk.reserve_mb, disk.reserve_percent)"
            : null;
    }

    /// <summary>Once a tick: gives the ballast up when nearly nothing is left, makes it when there is plenty.</summary>
    /// <returns>The shortage, or null.</returns>
    public string? Tend()
    {
        var (space, mark) = (probe(home.Data), settings());
        if (space.Free < mark.Ballast)
            GiveUp();
        else if (mark.Ballast > 0 && space.Free > Least(space, mark) + (2 * mark.Ballast))
            Make(mark.Ballast);
        return Shortage();
    }

    /// <summary>Deletes the ballast.</summary>
    /// <returns>Whether that made room.</returns>
    public bool GiveUp()
    {
        lock (gate)
        {
            if (!File.Exists(home.Ballast))
                return false;
            File.Delete(home.Ballast);
            return true;
        }
    }

    private void Make(long bytes)
    {
        lock (gate)
        {
            if (File.Exists(home.Ballast) && new FileInfo(home.Ballast).Length == bytes)
                return;
            try
            {
                // Blocks, not a promise: a file with holes would free nothing.
                using var file = new FileStream(home.Ballast, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, PreallocationSize = bytes });
                file.SetLength(bytes);
            }
            catch (IOException)
            {
                File.Delete(home.Ballast);
            }
        }
    }

    private static long Least(DiskSpace space, DiskSettings mark) => Math.Max(mark.Reserve, space.Total / 100 * mark.ReservePercent);

    private static string Words(long bytes) => bytes >= 10L << 30 ? $"{bytes >> 30} GB" : $"{bytes >> 20} MB";
}
