using Alai.Companies;
using Alai.Pipeline;
using Alai.Products;
using Alai.Safety;
using Alai.Settings;
using Alai.Tasks;
using Microsoft.Extensions.Logging;

namespace Alai.Orchestration;

/// <summary>
/// Reads every file a person edits again when one of them changed. A bad edit keeps the last good snapshot of that file
/// and raises an alarm until it is mended; so does a start, from a copy.
/// </summary>
internal sealed class ConfigurationCheck(FactoryOptions options, FactoryHome home)
{
    private const string Rules = "safety.yaml";

    private readonly ILogger logger = options.Logs.CreateLogger<ConfigurationCheck>();
    private readonly Lock gate = new();
    private readonly LastGoodFiles copies = new(home.LastGood);
    private readonly HashSet<string> unknown = new(StringComparer.Ordinal);
    private string rulesFile = Path.Combine(home.Root, Rules);
    private FactoryParts? parts;
    private string stamp = "";

    /// <summary>What is wrong with the files now, one sentence each, with file and line.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>The first snapshot; what cannot be read is as it was last good.</summary>
    public FactoryParts.Snapshot First()
    {
        lock (gate)
        {
            stamp = Stamp();
            return Read(null);
        }
    }

    /// <summary>Where later snapshots go.</summary>
    public void Attach(FactoryParts target) => parts = target;

    /// <summary>Reads again if anything changed.</summary>
    /// <returns>The problems in force.</returns>
    public IReadOnlyList<string> Run()
    {
        lock (gate)
        {
            var now = Stamp();
            if (now == stamp || parts is null)
                return Problems;
            stamp = now;
            var next = Read(parts.Now);
            parts.Swap(next);
            parts.Fleet.Replace(FleetMap.Options(next.Settings));
            return Problems;
        }
    }

    private FactoryParts.Snapshot Read(FactoryParts.Snapshot? last)
    {
        var found = new List<string>();
        var guessed = new List<string>();
        var settings = ReadSettings(last, found, guessed);
        rulesFile = home.Resolve(settings.Safety.Rules);
        var rules = ReadRules(last, found, guessed);
        var companies = CompanyLoader.Load([home.Companies]);
        found.AddRange(companies.Sentences);
        var products = ProductLoader.Load(home.Products);
        found.AddRange(products.Sentences);
        var pipeline = ReadPipeline(last, found, guessed);
        foreach (var problem in found.Except(Problems))
            logger.ConfigurationProblem(problem);
        Problems = found;
        return new FactoryParts.Snapshot(
            settings,
            rules,
            companies.Sentences.Count == 0 ? companies.Catalogue : last?.Companies ?? CompanyLoader.Load([]).Catalogue,
            products.Catalogue,
            pipeline) { Guessed = guessed };
    }

    private FactorySettings ReadSettings(FactoryParts.Snapshot? last, List<string> found, List<string> guessed)
    {
        options.Environment.TryGetValue("OLLAMA_HOST", out var ollamaHost);
        return InForce(
            new EditedFile<FactorySettings>(SettingsFile.Name, home.SettingsFile, FactorySettings.WithHostAt(ollamaHost), path =>
            {
                var load = SettingsFile.Load(path, ollamaHost);
                return (load.Settings, load.Sentences);
            }),
            last?.Settings,
            found,
            guessed);
    }

    private ISafetyRules ReadRules(FactoryParts.Snapshot? last, List<string> found, List<string> guessed)
    {
        // Which file holds the rules is itself a guess then: the owner's copy is not to be dropped for it.
        if (guessed.Count > 0 && !File.Exists(rulesFile))
            return last?.Rules ?? SafetyRules.Shipped;
        return InForce(
            new EditedFile<ISafetyRules>(Rules, rulesFile, SafetyRules.Shipped, path =>
            {
                var load = SafetyRuleFile.Load(path);
                return (load.Rules, load.Sentences);
            }),
            last?.Rules,
            found,
            guessed);
    }

    private string ReadPipeline(FactoryParts.Snapshot? last, List<string> found, List<string> guessed) => InForce(
        new EditedFile<string>("pipeline.yaml", home.PipelineFile, PipelinePlan.Standard.Yaml, path =>
        {
            var text = File.ReadAllText(path);
            var load = PipelinePlan.Load(text, path);
            return (load.Sentences.Count == 0 ? text : null, load.Sentences);
        }),
        last?.PipelineText,
        found,
        guessed);

    // The file, else what was in force, else its copy, else the default: and then nothing is dispatched.
    private T InForce<T>(EditedFile<T> file, T? last, List<string> found, List<string> guessed)
        where T : class
    {
        if (!File.Exists(file.Path))
        {
            unknown.Remove(file.Name);
            copies.Drop(file.Name);
            return file.Default;
        }

        var (value, problems) = file.Load(file.Path);
        found.AddRange(problems);
        if (value is not null)
        {
            unknown.Remove(file.Name);
            if (copies.Keep(file.Name, file.Path, path => file.Load(path).Value is not null) is { } problem)
                found.Add(problem);
            return value;
        }

        var known = unknown.Contains(file.Name) ? null : last;
        if ((known ?? FromCopy(file)) is { } good)
        {
            unknown.Remove(file.Name);
            var since = copies.Since(file.Name) is { } saved ? $"saved {saved}" : "in force before";
            found.Add($"{file.Path} is broken: the last good version, {since}, is in force until it is mended");
            return good;
        }

        unknown.Add(file.Name);
        guessed.Add($"{file.Path} is broken and no good version of it was ever read");
        found.Add($"{guessed[^1]}: nothing is dispatched until it is mended. See alai doctor");
        return file.Default;
    }

    private T? FromCopy<T>(EditedFile<T> file)
        where T : class => copies.Since(file.Name) is null ? null : file.Load(copies.PathOf(file.Name)).Value;

    // Names, sizes and times of every file that counts: cheap enough for each tick.
    private string Stamp()
    {
        var files = new[] { home.SettingsFile, home.PipelineFile, rulesFile }
            .Where(File.Exists)
            .Concat(Files(home.Companies))
            .Concat(Files(home.Products));
        return string.Join('\n', files.Select(path => new FileInfo(path)).Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}"));
    }

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [];

    private sealed record EditedFile<T>(string Name, string Path, T Default, Func<string, (T? Value, IReadOnlyList<string> Problems)> Load)
        where T : class;
}
