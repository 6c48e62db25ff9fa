using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// Makes a backup while the factory works: the store as one snapshot with its own anchor, HiveMind, what people edit, and the
/// transcripts of work that is not over. It is opened and checked before it has its name, so a file with that name is good.
/// </summary>
#pragma warning disable CA1001 // A semaphore whose wait handle is never asked for holds nothing to dispose.
internal sealed class HomeBackup(CareParts care)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim one = new(1, 1);

    private FactoryParts Parts => care.Parts;

    private BackupShelf Shelf => new(Parts.Home.Resolve(Parts.Settings.Backup.Folder));

    /// <summary>The backups that lie there, newest first.</summary>
    public IReadOnlyList<BackupRecord> All() => Shelf.All();

    /// <summary>Makes one; a second one at the same time waits for the first.</summary>
    /// <param name="to">A file that does not exist, or a folder; null for the shelf.</param>
    /// <param name="whole">Whether every transcript and the wiki go in too.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops waiting for one under way.</param>
    /// <exception cref="FactoryException">It could not be made; nothing is left of it.</exception>
    public async Task<BackupRecord> MakeAsync(string? to, bool whole, string reason, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Make(to, whole, reason), CancellationToken.None);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Deletes what the settings do not keep.</summary>
    public IReadOnlyList<string> Prune() => Shelf.Prune(Parts.Settings.Backup.Keep, Parts.Settings.Backup.KeepDays, Parts.Time.GetUtcNow());

    private BackupRecord Make(string? to, bool whole, string reason)
    {
        var pages = new BackupPages(Parts.Home, Parts.Time)
        {
            CopyStore = care.Store.CopyTo,
            CopyHive = care.Hive.CopyTo,
            RulesFile = Parts.Settings.Safety.Rules,
        };
        var target = to is null ? Shelf.Folder : to;
        return pages.Write(target, isFolder: to is null || Directory.Exists(to), new BackupWish(whole, reason, ""));
    }
}
