using System.Globalization;
using Alai.Tasks;
using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>
/// Lets leftovers of finished tasks go: transcripts by age and by their size together, workspaces that were not removed, snapshots.
/// Nothing of a task that is not over, no branch, and not the transcript of the run that proved a stage.
/// </summary>
internal sealed class LeftoverSweep(FactoryParts parts, ProductRepositories repositories)
{
    /// <summary>Sweeps once.</summary>
    /// <returns>What went, one line each.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var gone = new List<string>();
        Transcripts(gone, cancellationToken);
        foreach (var product in parts.Now.Products.Products)
        {
            var repository = repositories.Of(product);
            gone.AddRange(await WorkspacesAsync(repository, cancellationToken));
            gone.AddRange(await SnapshotsAsync(repository, cancellationToken));
        }

        return gone;
    }

    private void Transcripts(List<string> gone, CancellationToken cancellationToken)
    {
        var (now, settings) = (parts.Time.GetUtcNow(), parts.Settings.Retention);
        var old = Finished(cancellationToken).OrderBy(left => left.EndedAt).ThenBy(left => left.File.FullName, StringComparer.Ordinal).ToList();
        var total = old.Sum(left => left.File.Length);
        foreach (var left in old.Where(left => !left.IsProof))
        {
            if (now - left.EndedAt <= settings.Transcripts && total <= settings.TranscriptBytes)
                continue;
            total -= left.File.Length;
            left.File.Delete();
            gone.Add($"transcript {left.File.Directory!.Name}/{left.File.Name}");
        }
    }

    private IEnumerable<Leftover> Finished(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(parts.Home.Transcripts))
            yield break;
        foreach (var folder in new DirectoryInfo(parts.Home.Transcripts).EnumerateDirectories())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!long.TryParse(folder.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || EndOf(new TaskId(id)) is not { } ended)
                continue;
            var proof = parts.Reader.Runs(new TaskId(id)).LastOrDefault(run => run.Outcome == RunOutcome.Verified)?.Key.Run.Value;
            foreach (var file in folder.EnumerateFiles("*.jsonl"))
                yield return new Leftover(file, ended, Path.GetFileNameWithoutExtension(file.Name) == $"{proof}");
        }
    }

    private async Task<IReadOnlyList<string>> WorkspacesAsync(ProductRepository repository, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(repository.GitDirectory, "worktrees");
        if (!Directory.Exists(folder))
            return [];
        var needed = new HashSet<RunId>();
        foreach (var name in Directory.EnumerateDirectories(folder).Select(Path.GetFileName))
        {
            // A name that cannot be read is passed over by the sweep too.
            if (name!.Split('-') is [var task, var run]
                && long.TryParse(task, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && long.TryParse(run, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && EndOf(new TaskId(id)) is null)
                needed.Add(new RunId(number));
        }

        needed.UnionWith(parts.Reader.OpenRuns().Select(run => run.Key.Run));
        return [.. (await new OrphanWorkspaces(repository).SweepAsync(needed, cancellationToken)).Where(swept => swept.Snapshot is not null).Select(swept => $"workspace {swept.Name}")];
    }

    private async Task<IReadOnlyList<string>> SnapshotsAsync(ProductRepository repository, CancellationToken cancellationToken)
    {
        var (now, settings) = (parts.Time.GetUtcNow(), parts.Settings.Retention);
        var kept = new KeptSnapshots(repository);
        var finished = (await kept.ListAsync(cancellationToken)).Select(key => (Key: key, Ended: EndOf(key.Task))).Where(one => one.Ended is not null).ToList();
        var beyond = Math.Max(0, finished.Count - settings.MostSnapshots);
        var gone = finished.Where((one, index) => index < beyond || now - one.Ended!.Value > settings.Snapshots).Select(one => one.Key).ToList();
        await kept.DropAsync(gone, cancellationToken);
        return [.. gone.Select(key => $"snapshot {key.Task.Value}/{key.Run.Value}")];
    }

    // Null for what is not over, and for what nobody knows: only what is known to be over goes.
    private DateTimeOffset? EndOf(TaskId id) =>
        parts.Reader.Find(id) is { } task && parts.Reader.Find(task.Lineage.Root) is { State: TaskState.Done or TaskState.Cancelled } root
            ? root.FinishedAt ?? root.UpdatedAt
            : null;

    private sealed record Leftover(FileInfo File, DateTimeOffset EndedAt, bool IsProof);
}
