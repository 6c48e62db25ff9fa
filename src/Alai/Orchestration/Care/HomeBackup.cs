using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// Makes a backup while the factory works: the store as one snapshot with its own anchor, HiveMind, what people edit, and the
/// transcripts of work that is not over, the git work of products. It is opened and checked before it has its name, so a file with that name is good.
/// </summary>
#pragma warning disable CA1001 // A semaphore whose wait handle is never asked for holds nothing to dispose.
internal sealed class HomeBackup(CareParts care, SavedRepositories repositories)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim one = new(1, 1);

    private FactoryParts Parts => care.Parts;

    private BackupShelf Shelf => new(Parts.Home.Resolve(Parts.Settings.Backup.Folder));

    /// <summary>The backups that lie there, newest first.</summary>
    public IReadOnlyList<BackupRecord> All() => Shelf.All();

    /// <summary>Makes one; a second one at the same time waits for the first.</summary>
    /// <param name="to">A file that does not exist, or a folder; null for the shelf.</param>
    /// <param name="whole">Whether every transcript, the wiki and the history of people's repositories go in too.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops waiting for one under way, or this one before it is written.</param>
    /// <exception cref="FactoryException">It could not be made; nothing is left of it.</exception>
    public async Task<BackupRecord> MakeAsync(string? to, bool whole, string reason, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            return await MakeAsync(to ?? Shelf.Folder, to is null || Directory.Exists(to), new BackupWish(whole, reason, ""), cancellationToken);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Deletes what the settings do not keep.</summary>
    public IReadOnlyList<string> Prune() => Shelf.Prune(Parts.Settings.Backup.Keep, Parts.Settings.Backup.KeepDays, Parts.Time.GetUtcNow());

    // The repositories after the store: every commit the store names was made before it was named.
    private async Task<BackupRecord> MakeAsync(string target, bool isFolder, BackupWish wish, CancellationToken cancellationToken)
    {
        var pages = new BackupPages(Parts.Home, Parts.Time)
        {
            CopyStore = care.Store.CopyTo,
            CopyHive = care.Hive.CopyTo,
            RulesFile = Parts.Settings.Safety.Rules,
        };
        using var draft = await Task.Run(() => pages.Begin(target, isFolder), CancellationToken.None);
        var (_, lacks) = await repositories.WriteAsync(draft.Git, wish.Whole, cancellationToken);
        var made = await Task.Run(() => pages.Finish(draft, wish), CancellationToken.None);
        Parts.Care.Set("git-backup", lacks.Count == 0 ? null : $"the newest backup is not whole: {string.Join("; ", lacks)}");
        return made with { Lacks = lacks };
    }
}
