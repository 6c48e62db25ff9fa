using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>Writes everything as one documented bundle: every table as lines of JSON, HiveMind, transcripts, wiki, what people edit.</summary>
internal sealed class HomeExport(CareParts care)
{
    public const string Tables = "tables/";
    public const string Hive = "hive/entry.jsonl";
    public const string Lines = ".jsonl";

    /// <summary>Writes it while the factory works.</summary>
    /// <param name="file">A file that does not exist.</param>
    /// <param name="cancellationToken">Stops before it begins.</param>
    /// <exception cref="FactoryException">It could not be written; nothing is left of it.</exception>
    public Task<BundleManifest> RunAsync(string file, CancellationToken cancellationToken) => Task.Run(() => Run(file), cancellationToken);

    private BundleManifest Run(string file)
    {
        if (File.Exists(file) || Directory.Exists(file))
            throw new FactoryException($"expected a file that does not exist; {file} is there", "give another name");
        var part = file + ".part-" + Guid.NewGuid().ToString("n")[..8];
        try
        {
            Write(part);
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
        }
    }

    private void Write(string part)
    {
        var home = care.Parts.Home;
        using var bundle = new BundleWriter(part);
        var dump = care.Store.WriteTables(table => bundle.Open(Tables + table + Lines));
        foreach (var (table, rows) in dump.Rows)
            bundle.Count(Tables + table + Lines, rows);
        long entries;
        using (var stream = bundle.Open(Hive))
            entries = care.Hive.WriteEntries(stream);
        bundle.Count(Hive, entries);
        foreach (var path in HomeContents.Settings(home, care.Parts.Settings.Safety.Rules).Concat(HomeContents.Transcripts(home, null)).Concat(HomeContents.Wiki(home)))
            bundle.AddFile(HomeContents.Prefix + path, Path.Combine(home.Root, path));
        bundle.Finish(new BundleManifest { Kind = "export", Schema = dump.Head.Schema, Sequence = dump.Head.Sequence, Head = dump.Head.Hash });
    }
}
