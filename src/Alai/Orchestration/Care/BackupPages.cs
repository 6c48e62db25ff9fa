using System.Security.Cryptography;
using System.Text;
using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>Writes one backup file: collected beside its place, checked as a stranger would check it, then named.</summary>
internal sealed class BackupPages(FactoryHome home, TimeProvider time)
{
    public const string Store = "store/mission-control.db";
    public const string Anchor = "store/mission-control.db.head";
    public const string Hive = "store/hive.db";

    /// <summary>Copies Mission Control to a file.</summary>
    public required Func<string, StoreHead> CopyStore { get; init; }

    /// <summary>Copies HiveMind to a file; null when it is not open.</summary>
    public Action<string>? CopyHive { get; init; }

    /// <summary>The safety rules' file, relative to the home.</summary>
    public string RulesFile { get; init; } = "safety.yaml";

    /// <summary>Writes it.</summary>
    /// <param name="target">A file that does not exist, or a folder.</param>
    /// <param name="isFolder">Which of the two.</param>
    /// <param name="wish">What sort.</param>
    /// <exception cref="FactoryException">It could not be made; nothing is left of it.</exception>
    public BackupRecord Write(string target, bool isFolder, BackupWish wish)
    {
        var folder = isFolder ? target : Path.GetDirectoryName(Path.GetFullPath(target))!;
        if (!isFolder && File.Exists(target))
            throw new FactoryException($"expected a file that does not exist; {target} is there", "give another name, or a folder");
        var work = Path.Combine(folder, Work + Guid.NewGuid().ToString("n"));
        try
        {
            Directory.CreateDirectory(folder);
            Sweep(folder);
            Directory.CreateDirectory(work);
            var at = time.GetUtcNow();
            var head = Collect(work, wish, at);
            var made = Path.Combine(work, "made");
            Check(made, work);
            var name = isFolder ? new BackupShelf(folder).Free(at, head.Sequence, wish.Mark) : target;
            File.Move(made, name);
            return new BackupRecord(name, at, head.Sequence, new FileInfo(name).Length) { Sha256 = SealOf(name) };
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new FactoryException($"the backup could not be written to {folder}: {problem.Message}", "Look at the folder's permissions and its free space, or give another place with --to.", inner: problem);
        }
        finally
        {
            Discard(work);
        }
    }

    private StoreHead Collect(string work, BackupWish wish, DateTimeOffset at)
    {
        var store = Path.Combine(work, "store.db");
        var head = CopyStore(store);
        var hive = Path.Combine(work, "hive.db");
        CopyHive?.Invoke(hive);
        using var bundle = new BundleWriter(Path.Combine(work, "made"));
        bundle.AddFile(Store, store);
        bundle.AddFile(Anchor, StoreImage.AnchorOf(store));
        if (File.Exists(hive))
            bundle.AddFile(Hive, hive);
        var files = HomeContents.Settings(home, RulesFile)
            .Concat(HomeContents.Transcripts(home, wish.Whole ? null : StoreImage.TasksInHand(store)))
            .Concat(wish.Whole ? HomeContents.Wiki(home) : []);
        foreach (var file in files)
            bundle.AddFile(HomeContents.Prefix + file, Path.Combine(home.Root, file));
        bundle.Finish(new BundleManifest { Kind = "backup", Schema = head.Schema, Sequence = head.Sequence, Head = head.Hash, At = at, Reason = wish.Reason });
        File.Delete(store);
        File.Delete(hive);
        return head;
    }

    // Read back from the disk and opened as a store: a backup that cannot be restored is found now, not on the bad day.
    private static void Check(string made, string work)
    {
        var (bundle, problem) = BundleFile.Open(made);
        using (bundle)
        {
            if (bundle is null)
                throw new FactoryException("the backup that was just written cannot be read back: " + problem, "Look at the disk it was written to, and choose another one.");
            var found = BackupCheck.Run(bundle, Path.Combine(work, "check"));
            if (!found.IsSound)
                throw new FactoryException("the backup that was just written is not sound: " + found.Problem, "Look at the store with `alai db check`; the older backups are still there.");
        }
    }

    private static string SealOf(string file)
    {
        using var stream = File.OpenRead(file);
        return BundleWriter.Hash(stream, stream.Length);
    }

    // Another home may use the same folder.
    private string Work => ".alai-backup-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(home.Root)))[..8] + "-";

    // What a killed daemon left half done.
    private void Sweep(string folder)
    {
        foreach (var left in Directory.EnumerateDirectories(folder, Work + "*"))
            Discard(left);
    }

    private static void Discard(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception stuck) when (stuck is IOException or UnauthorizedAccessException)
        {
            // The next backup tries again.
        }
    }
}
