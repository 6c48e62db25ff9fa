using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// Restores a home from a backup, or tries whether it could. The caller holds the home, except for the drill. What is replaced
/// is kept; files people edited are never overwritten.
/// </summary>
internal sealed class HomeRestore(FactoryHome home, TimeProvider time)
{
    private const int MostNamed = 40;

    private string Stage => Path.Combine(home.Data, "restoring");

    /// <summary>The drill: unpacks and checks everything in a folder of its own, and says what a restore would lose.</summary>
    public RestoreReport Check(string file)
    {
        using var bundle = Open(file);
        var folder = Path.Combine(home.Data, "drill-" + Guid.NewGuid().ToString("n"));
        try
        {
            return Look(bundle, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Restores. Refused when the backup is not sound; then nothing has changed. What was restored is written down by <see cref="NoteAsync"/>.</summary>
    public RestoreReport Run(string file, string actor)
    {
        new StoreSwap(home).Finish();
        using var bundle = Open(file);
        if (Directory.Exists(Stage))
            Directory.Delete(Stage, recursive: true);
        var report = Look(bundle, Stage);
        if (!report.IsSound)
        {
            Directory.Delete(Stage, recursive: true);
            return report;
        }

        var (written, kept) = Files(bundle);
        var aside = Aside();
        var note = $"restored from the backup of {report.At:yyyy-MM-dd HH:mm:ss} UTC, which ends at event {report.Sequence}"
            + (report.Lost.Count > 0 ? $"; {report.Lost[0]}" : "") + $"; the replaced store is in {Path.GetRelativePath(home.Root, aside)}";
        new RestoreJournal { Phase = "aside", Source = Stage, Aside = aside, Note = note, Actor = actor }.Write(home);
        new StoreSwap(home).Finish();
        return report with { Replaced = aside, Written = written, Kept = kept };
    }

    /// <summary>Opens the restored store once, brings its schema up to date, writes down what happened and halts dispatch.</summary>
    public async Task NoteAsync(CancellationToken cancellationToken)
    {
        using var store = SqliteMissionControl.Open(new MissionControlOptions { Path = home.Database, Time = time });
        await new StoreSwap(home).NoteAsync(store, store, cancellationToken);
    }

    /// <summary>Takes the newest replaced store back; the present one is kept in its turn.</summary>
    /// <exception cref="FactoryException">Nothing was replaced.</exception>
    public RestoreReport Undo()
    {
        new StoreSwap(home).Finish();
        var newest = Directory.Exists(home.Replaced) ? Directory.EnumerateDirectories(home.Replaced).Order(StringComparer.Ordinal).LastOrDefault() : null;
        if (newest is null)
            throw new FactoryException($"nothing was replaced in {home.Root}, so there is nothing to take back", "Replaced stores lie in data/replaced.");
        var aside = Aside();
        new RestoreJournal { Phase = "aside", Source = newest, Aside = aside }.Write(home);
        new StoreSwap(home).Finish();
        return new RestoreReport { File = newest, Replaced = aside };
    }

    private static BundleFile Open(string file)
    {
        var (bundle, problem) = BundleFile.Open(file);
        return bundle ?? throw new FactoryException(problem!, "Nothing was changed. Choose another backup: alai db backup --list");
    }

    private RestoreReport Look(BundleFile bundle, string folder)
    {
        Directory.CreateDirectory(folder);
        var found = BackupCheck.Run(bundle, folder);
        var report = new RestoreReport { File = bundle.FileName, At = bundle.Manifest.At, Findings = found.Findings, Sequence = bundle.Manifest.Sequence };
        return found.IsSound
            ? report with { Tasks = StoreImage.Count(Path.Combine(folder, "mission-control.db")), Lost = Lost(bundle.Manifest.Sequence) }
            : report;
    }

    private List<string> Lost(long sequence)
    {
        var (last, names) = (StoreImage.Anchored(home.Database)?.Sequence ?? 0, new List<string>());
        try
        {
            if (File.Exists(home.Database))
            {
                last = Math.Max(last, StoreImage.Head(home.Database).Sequence);
                names.AddRange(StoreImage.Since(home.Database, sequence, MostNamed));
            }
        }
        catch (FactoryException wrecked)
        {
            names.Add($"the present store cannot tell what they were: {wrecked.Message}");
        }

        return last > sequence ? [$"{last - sequence} events came after it and are not in it: {sequence + 1} to {last}", .. names] : [];
    }

    // Records and settings that are missing come back; what is there is newer or a person's.
    private (List<string> Written, List<string> Kept) Files(BundleFile bundle)
    {
        var (written, kept) = (Git(bundle), new List<string>());
        foreach (var entry in bundle.Manifest.Entries.Where(entry => entry.Name.StartsWith(HomeContents.Prefix, StringComparison.Ordinal)))
        {
            var path = entry.Name[HomeContents.Prefix.Length..];
            var to = Path.Combine(home.Root, path);
            if (!HomeContents.IsSetting(path) && !HomeContents.IsRecord(path))
                continue;
            if (!File.Exists(to))
            {
                bundle.Extract(entry.Name, to);
                written.Add(path);
            }
            else if (HomeContents.IsSetting(path) && FileHash.Of(to) != entry.Sha256)
            {
                kept.Add(path);
            }
        }

        return (written, kept);
    }

    // Unpacked by the next start, which can read people's repositories; what is in the repositories already is left as it is.
    private List<string> Git(BundleFile bundle)
    {
        var written = new List<string>();
        foreach (var entry in bundle.Manifest.Entries)
        {
            if (!entry.Name.StartsWith(SavedRepositories.Entry, StringComparison.Ordinal) || SavedRepositories.ProductOf(entry.Name) is not { } product)
                continue;
            var there = Directory.Exists(home.Returning) ? Directory.EnumerateFiles(home.Returning) : [];
            if (there.Any(file => SavedRepositories.ProductOf(file) == product && FileHash.Of(file) == entry.Sha256))
                continue;
            var to = SavedRepositories.Free(home.Returning, product);
            bundle.Extract(entry.Name, to);
            written.Add(Path.GetRelativePath(home.Root, to).Replace('\\', '/'));
        }

        return written;
    }

    private string Aside()
    {
        var name = time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var path = Path.Combine(home.Replaced, name);
        for (var again = 2; Directory.Exists(path); again++)
            path = Path.Combine(home.Replaced, $"{name}-{again}");
        return path;
    }
}
