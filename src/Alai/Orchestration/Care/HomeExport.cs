using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>Writes everything as one documented bundle: every table as lines of JSON, HiveMind, transcripts, wiki, git work, what people edit.</summary>
internal sealed class HomeExport(CareParts care, SavedRepositories repositories)
{
    public const string Tables = "tables/";
    public const string Hive = "hive/entry.jsonl";
    public const string Lines = ".jsonl";

    private const string Git = "-git";

    /// <summary>Writes it while the factory works.</summary>
    /// <param name="file">A file that does not exist.</param>
    /// <param name="cancellationToken">Stops; nothing is left of it.</param>
    /// <exception cref="FactoryException">It could not be written; nothing is left of it.</exception>
    public async Task<BundleManifest> RunAsync(string file, CancellationToken cancellationToken)
    {
        if (File.Exists(file) || Directory.Exists(file))
            throw new FactoryException($"expected a file that does not exist; {file} is there", "give another name");
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder && !Directory.Exists(folder))
            throw new FactoryException($"expected a folder that exists; {folder} is not there", "make it, or choose another place for the file");
        var part = file + ".part-" + Guid.NewGuid().ToString("n")[..8];
        try
        {
            await WriteAsync(part, cancellationToken);
            var (bundle, problem) = BundleFile.Open(part);
            using (bundle)
            {
                if (bundle is null)
                    throw new FactoryException("what was just written cannot be read back: " + problem, "Look at the disk it was written to.");
                File.Move(part, file);
                return bundle.Manifest;
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new FactoryException($"{file} could not be written: {problem.Message}", "Look at the folder's permissions and its free space.", inner: problem);
        }
        finally
        {
            File.Delete(part);
            BackupDraft.Discard(part + Git);
        }
    }

    private async Task WriteAsync(string part, CancellationToken cancellationToken)
    {
        using var bundle = new BundleWriter(part);
        var head = await Task.Run(() => WriteStores(bundle), cancellationToken);
        var (files, lacks) = await repositories.WriteAsync(part + Git, whole: false, cancellationToken);
        if (lacks.Count > 0)
            throw new FactoryException($"an export holds everything, and {string.Join("; ", lacks)}", "Mend that repository, or move it out of data/repositories.");
        await Task.Run(() => WriteFiles(bundle, files), cancellationToken);
        bundle.Finish(new BundleManifest { Kind = "export", Schema = head.Schema, Sequence = head.Sequence, Head = head.Hash });
    }

    private StoreHead WriteStores(BundleWriter bundle)
    {
        var dump = care.Store.WriteTables(table => bundle.Open(Tables + table + Lines));
        foreach (var (table, rows) in dump.Rows)
            bundle.Count(Tables + table + Lines, rows);
        long entries;
        using (var stream = bundle.Open(Hive))
            entries = care.Hive.WriteEntries(stream);
        bundle.Count(Hive, entries);
        return dump.Head;
    }

    private void WriteFiles(BundleWriter bundle, IReadOnlyList<string> git)
    {
        var home = care.Parts.Home;
        foreach (var path in HomeContents.Settings(home, care.Parts.Settings.Safety.Rules).Concat(HomeContents.Transcripts(home, null)).Concat(HomeContents.Wiki(home)))
            bundle.AddFile(HomeContents.Prefix + path, Path.Combine(home.Root, path));
        foreach (var file in git)
            bundle.AddFile(SavedRepositories.Entry + Path.GetFileName(file), file);
    }
}
