using System.Text.Json;
using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// Takes a whole export into an empty home. Everything is unpacked, built and checked beside the store first; then the store takes
/// it in one transaction, and only then do files move. A kill anywhere leaves all of it or nothing, and the next start tidies up.
/// </summary>
#pragma warning disable CA1001 // A semaphore whose wait handle is never asked for holds nothing to dispose.
internal sealed class HomeImport(CareParts care, ConfigurationCheck configuration, Wake wake)
#pragma warning restore CA1001
{
    private const string Ready = "ready.json";
    private readonly SemaphoreSlim one = new(1, 1);

    private FactoryHome Home => care.Parts.Home;

    /// <summary>Imports, or says why not; then nothing has changed.</summary>
    /// <param name="file">An export.</param>
    /// <param name="withSettings">Whether settings, companies, products and rules come too, where this home has none.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Stops before the store takes it.</param>
    public async Task<ImportReport> RunAsync(string file, bool withSettings, string actor, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var (bundle, problem) = BundleFile.Open(file);
            using (bundle)
                return bundle is null ? new ImportReport(problem) : await TakeAsync(bundle, withSettings, actor, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new FactoryException($"{file} could not be unpacked in {Home.Incoming}: {problem.Message}", "Look at the home's permissions and its free space; nothing was taken.", inner: problem);
        }
        finally
        {
            if (!File.Exists(Path.Combine(Home.Incoming, Ready)))
                Discard();
            one.Release();
        }
    }

    /// <summary>Finishes or forgets what a killed daemon was importing.</summary>
    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Home.Incoming))
            return;
        var mark = Path.Combine(Home.Incoming, Ready);
        if (File.Exists(mark) && JsonSerializer.Deserialize<Mark>(await File.ReadAllTextAsync(mark, cancellationToken)) is { } ready && Has(ready))
            await FinishAsync(cancellationToken);
        Discard();
    }

    private async Task<ImportReport> TakeAsync(BundleFile bundle, bool withSettings, string actor, CancellationToken cancellationToken)
    {
        if (bundle.Manifest.Kind != "export")
            return new ImportReport($"expected an export; found a {bundle.Manifest.Kind}. A backup is taken back with `alai db restore`");
        if (care.Parts.Reader.LastSequence() > 0)
            return new ImportReport("expected an empty home; this one has a history of its own. Import into one that was never up: alai --home FOLDER db import FILE");
        Discard();
        Directory.CreateDirectory(Home.Incoming);
        var store = Path.Combine(Home.Incoming, "store.db");
        if (Unfit(bundle, store) is { } problem)
            return new ImportReport($"{bundle.FileName} was not taken: {problem}");
        var leftOut = Unpack(bundle, withSettings);
        await File.WriteAllTextAsync(Path.Combine(Home.Incoming, Ready), JsonSerializer.Serialize(new Mark(bundle.Manifest.Sequence, bundle.Manifest.Head)), cancellationToken);
        await care.Parts.Options.AtPoint(KillPoints.ImportBefore);
        var answer = await TakeOverAsync(new TakeOver(store, care.Parts.Now.Rules, actor), cancellationToken);
        if (answer.Refusal is not null)
            return new ImportReport(answer.Refusal);
        await care.Parts.Options.AtPoint(KillPoints.ImportAfter);
        leftOut.AddRange(await FinishAsync(CancellationToken.None));
        Discard();
        configuration.Run();
        wake.Now();
        return new ImportReport(null) { Taken = answer.Tasks, Rows = answer.Rows, Held = answer.Held, GivenBack = answer.GivenBack, LeftOut = leftOut };
    }

    private async Task<TakeOverAnswer> TakeOverAsync(TakeOver takeOver, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await care.Store.TakeOverAsync(takeOver, cancellationToken);
            if (answer.Refusal is not null)
                Discard();
            return answer;
        }
        catch
        {
            Discard();
            throw;
        }
    }

    private static string? Unfit(BundleFile bundle, string store)
    {
        var tables = bundle.Manifest.Entries
            .Where(entry => entry.Name.StartsWith(HomeExport.Tables, StringComparison.Ordinal) && entry.Name.EndsWith(HomeExport.Lines, StringComparison.Ordinal))
            .Select(entry => (entry.Name[HomeExport.Tables.Length..^HomeExport.Lines.Length], (Func<Stream>)(() => bundle.Entry(entry.Name))));
        try
        {
            var report = StoreImage.Build(store, new StoreHead(bundle.Manifest.Sequence, bundle.Manifest.Head, bundle.Manifest.Schema), tables);
            return report.IsSound ? null : report.Problem;
        }
        catch (Exception broken) when (broken is FormatException or FactoryException { IsTransient: false })
        {
            return broken.Message;
        }
    }

    // What people edit steers what runs here, rules included: it comes only when asked for, and never over what is there.
    private List<string> Unpack(BundleFile bundle, bool withSettings)
    {
        var leftOut = new List<string>();
        foreach (var entry in bundle.Manifest.Entries)
        {
            var path = entry.Name.StartsWith(HomeContents.Prefix, StringComparison.Ordinal) ? entry.Name[HomeContents.Prefix.Length..] : "";
            if (entry.Name.StartsWith(SavedRepositories.Entry, StringComparison.Ordinal) && SavedRepositories.ProductOf(entry.Name) is not null)
                bundle.Extract(entry.Name, Path.Combine(Home.Incoming, entry.Name));
            else if (entry.Name == HomeExport.Hive)
                bundle.Extract(entry.Name, Path.Combine(Home.Incoming, "hive.jsonl"));
            else if (HomeContents.IsRecord(path) || (withSettings && HomeContents.IsSetting(path)))
                bundle.Extract(entry.Name, Path.Combine(Home.Incoming, "home", path));
            else if (HomeContents.IsSetting(path))
                leftOut.Add($"{path}: settings of the other home (take them with --with-settings)");
        }

        return leftOut;
    }

    private async Task<List<string>> FinishAsync(CancellationToken cancellationToken)
    {
        var kept = new List<string>();
        var files = Path.Combine(Home.Incoming, "home");
        foreach (var file in Directory.Exists(files) ? Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories) : [])
        {
            var path = Path.GetRelativePath(files, file);
            var to = Path.Combine(Home.Root, path);
            if (HomeContents.IsSetting(path.Replace('\\', '/')) && File.Exists(to))
            {
                kept.Add($"{path}: this home has its own");
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Move(file, to, overwrite: true);
        }

        var git = Path.Combine(Home.Incoming, SavedRepositories.Entry);
        foreach (var file in Directory.Exists(git) ? Directory.EnumerateFiles(git) : [])
        {
            Directory.CreateDirectory(Home.Returning);
            File.Move(file, SavedRepositories.Free(Home.Returning, SavedRepositories.ProductOf(file)!));
        }

        var hive = Path.Combine(Home.Incoming, "hive.jsonl");
        if (File.Exists(hive))
        {
            await using var lines = File.OpenRead(hive);
            if (await care.Hive.ReadEntriesAsync(lines, cancellationToken) < 0)
                kept.Add("HiveMind: this home has learned something already, so the bundle's entries were left out");
        }

        return kept;
    }

    private bool Has(Mark ready) => ready.Sequence > 0
        && care.Parts.Reader.Events(null, ready.Sequence - 1, 1) is [var last] && last.Hash == ready.Head;

    private void Discard()
    {
        if (Directory.Exists(Home.Incoming))
            Directory.Delete(Home.Incoming, recursive: true);
    }

    private sealed record Mark(long Sequence, string Head);
}
