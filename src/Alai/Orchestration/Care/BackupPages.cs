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

    /// <summary>Takes the moment and writes it.</summary>
    /// <param name="target">A file that does not exist, or a folder.</param>
    /// <param name="isFolder">Which of the two.</param>
    /// <param name="wish">What sort.</param>
    /// <exception cref="FactoryException">It could not be made; nothing is left of it.</exception>
    public BackupRecord Write(string target, bool isFolder, BackupWish wish)
    {
        using var draft = Begin(target, isFolder);
        return Finish(draft, wish);
    }

    /// <summary>Takes the moment: both stores are copied beside the backup's place.</summary>
    /// <exception cref="FactoryException">They could not be; nothing is left of it.</exception>
    public BackupDraft Begin(string target, bool isFolder) => Told(FolderOf(target, isFolder), () =>
    {
        var folder = FolderOf(target, isFolder);
        if (!isFolder && File.Exists(target))
            throw new FactoryException($"expected a file that does not exist; {target} is there", "give another name, or a folder");
        Directory.CreateDirectory(folder);
        Sweep(folder);
        var draft = new BackupDraft(target, isFolder, Path.Combine(folder, Work + Guid.NewGuid().ToString("n"))) { At = time.GetUtcNow() };
        try
        {
            Directory.CreateDirectory(draft.Work);
            var head = CopyStore(draft.Store);
            CopyHive?.Invoke(draft.Hive);
            return draft with { Head = head };
        }
        catch
        {
            draft.Dispose();
            throw;
        }
    });

    /// <summary>Writes what was taken, with the git work that lies in the draft, reads it back and gives it its name.</summary>
    /// <exception cref="FactoryException">It could not be made.</exception>
    public BackupRecord Finish(BackupDraft draft, BackupWish wish) => Told(FolderOf(draft.Target, draft.IsFolder), () =>
    {
        Bundle(draft, wish);
        Check(draft);
        var name = draft.IsFolder ? new BackupShelf(draft.Target).Free(draft.At, draft.Head.Sequence, wish.Mark) : draft.Target;
        File.Move(draft.Made, name);
        return new BackupRecord(name, draft.At, draft.Head.Sequence, new FileInfo(name).Length) { Sha256 = SealOf(name) };
    });

    private void Bundle(BackupDraft draft, BackupWish wish)
    {
        using var bundle = new BundleWriter(draft.Made);
        bundle.AddFile(Store, draft.Store);
        bundle.AddFile(Anchor, StoreImage.AnchorOf(draft.Store));
        if (File.Exists(draft.Hive))
            bundle.AddFile(Hive, draft.Hive);
        var files = HomeContents.Settings(home, RulesFile)
            .Concat(HomeContents.Transcripts(home, wish.Whole ? null : StoreImage.TasksInHand(draft.Store)))
            .Concat(wish.Whole ? HomeContents.Wiki(home) : []);
        foreach (var file in files)
            bundle.AddFile(HomeContents.Prefix + file, Path.Combine(home.Root, file));
        foreach (var file in Directory.Exists(draft.Git) ? Directory.GetFiles(draft.Git).Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
            bundle.AddFile(SavedRepositories.Entry + Path.GetFileName(file), file);
        bundle.Finish(new BundleManifest { Kind = "backup", Schema = draft.Head.Schema, Sequence = draft.Head.Sequence, Head = draft.Head.Hash, At = draft.At, Reason = wish.Reason });
    }

    // Read back from the disk and opened as a store: a backup that cannot be restored is found now, not on the bad day.
    private static void Check(BackupDraft draft)
    {
        var (bundle, problem) = BundleFile.Open(draft.Made);
        using (bundle)
        {
            if (bundle is null)
                throw new FactoryException("the backup that was just written cannot be read back: " + problem, "Look at the disk it was written to, and choose another one.");
            var found = BackupCheck.Run(bundle, draft.Check);
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

    private static string FolderOf(string target, bool isFolder) => isFolder ? target : Path.GetDirectoryName(Path.GetFullPath(target))!;

    // What a killed daemon left half done.
    private void Sweep(string folder)
    {
        foreach (var left in Directory.EnumerateDirectories(folder, Work + "*"))
            BackupDraft.Discard(left);
    }

    private static T Told<T>(string folder, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new FactoryException($"the backup could not be written to {folder}: {problem.Message}", "Look at the folder's permissions and its free space, or give another place with --to.", inner: problem);
        }
    }
}
