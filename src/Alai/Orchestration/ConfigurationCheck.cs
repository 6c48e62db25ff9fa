using Alai.Companies;
using Alai.Pipeline;
using Alai.Products;
using Alai.Safety;
using Alai.Settings;
using Microsoft.Extensions.Logging;

namespace Alai.Orchestration;

/// <summary>
/// Reads every file a person edits again when one of them changed. A bad edit keeps the last good snapshot of that file
/// and raises an alarm until it is mended.
/// </summary>
internal sealed class ConfigurationCheck(FactoryOptions options, FactoryHome home)
{
    private readonly ILogger logger = options.Logs.CreateLogger<ConfigurationCheck>();
    private readonly Lock gate = new();
    private FactoryParts? parts;
    private string stamp = "";

    /// <summary>What is wrong with the files now, one sentence each, with file and line.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>The first snapshot; what cannot be read has the shipped defaults.</summary>
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
        var settings = ReadSettings(last?.Settings, found);
        var rules = SafetyRuleFile.Load(home.Resolve(settings.Safety.Rules));
        found.AddRange(rules.Sentences);
        var companies = CompanyLoader.Load([home.Companies]);
        found.AddRange(companies.Sentences);
        var products = ProductLoader.Load(home.Products);
        found.AddRange(products.Sentences);
        var pipeline = ReadPipeline(last, found);
        foreach (var problem in found.Except(Problems))
            logger.ConfigurationProblem(problem);
        Problems = found;
        return new FactoryParts.Snapshot(
            settings,
            rules.Rules ?? last?.Rules ?? SafetyRules.Shipped,
            companies.Sentences.Count == 0 ? companies.Catalogue : last?.Companies ?? CompanyLoader.Load([]).Catalogue,
            products.Catalogue,
            pipeline);
    }

    private FactorySettings ReadSettings(FactorySettings? last, List<string> found)
    {
        options.Environment.TryGetValue("OLLAMA_HOST", out var ollamaHost);
        if (!File.Exists(home.SettingsFile))
            return FactorySettings.WithHostAt(ollamaHost);
        var load = SettingsFile.Load(home.SettingsFile, ollamaHost);
        found.AddRange(load.Sentences);
        return load.Settings ?? last ?? FactorySettings.WithHostAt(ollamaHost);
    }

    private string ReadPipeline(FactoryParts.Snapshot? last, List<string> found)
    {
        if (!File.Exists(home.PipelineFile))
            return PipelinePlan.Standard.Yaml;
        var text = File.ReadAllText(home.PipelineFile);
        var load = PipelinePlan.Load(text, home.PipelineFile);
        found.AddRange(load.Sentences);
        return load.Sentences.Count == 0 ? text : last?.PipelineText ?? PipelinePlan.Standard.Yaml;
    }

    // Names, sizes and times of every file that counts: cheap enough for each tick.
    private string Stamp()
    {
        var files = new[] { home.SettingsFile, home.PipelineFile, Path.Combine(home.Root, "safety.yaml") }
            .Where(File.Exists)
            .Concat(Files(home.Companies))
            .Concat(Files(home.Products));
        return string.Join('\n', files.Select(path => new FileInfo(path)).Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}"));
    }

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [];
}
