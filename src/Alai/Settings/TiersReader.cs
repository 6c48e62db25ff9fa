using System.Globalization;
using Alai.Yaml;

namespace Alai.Settings;

/// <summary>Reads the <c>tiers:</c> block; a named tier takes what it leaves out from the shipped table.</summary>
internal sealed class TiersReader(List<ConfigProblem> problems)
{
    private static readonly IReadOnlyList<TierDefaults> Table =
    [
        new(["ollama-tool"], 60, 600),
        new(["ollama-tool", "ollama-simple"], 120, 1800),
        new(["llama-tool", "llama-server"], 300, 10800),
        new(["claude-cli"], 600, 3600),
        new(["human-queue"], 600, 3600),
    ];

    public IReadOnlyDictionary<int, TierSettings> Read(YamlMap tiers, FleetSettings fleet)
    {
        var read = new SortedDictionary<int, TierSettings>();
        foreach (var entry in tiers.Entries)
        {
            if (entry.Value is YamlMap map)
                Add(read, entry.Key, map, fleet);
        }

        if (read.Count == 0)
            problems.Add(tiers.Problem("expected at least one tier; leave 'tiers' out to derive them from what is served"));
        return read;
    }

    private void Add(SortedDictionary<int, TierSettings> read, string name, YamlMap map, FleetSettings fleet)
    {
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 5)
            return;
        var defaults = Table[number - 1];
        var executors = map.Texts("executors") ?? defaults.Executors;
        read[number] = new TierSettings
        {
            Tier = number,
            Model = map.Text("model") ?? "",
            Hosts = map.Texts("hosts") ?? [],
            Executors = executors,
            Idle = TimeSpan.FromSeconds(map.Whole("idle_s") ?? defaults.IdleSeconds),
            Wall = TimeSpan.FromSeconds(map.Whole("wall_s") ?? defaults.WallSeconds),
            Paid = map.Flag("paid") ?? executors.Contains("claude-cli"),
            MaxRuns = map.Whole("max_runs"),
            ApiKeyFile = map.Text("api_key_file"),
            ApiUrl = ApiUrl(map),
            NumCtx = map.Whole("num_ctx"),
        };
        Check(map, read[number], fleet);
    }

    private void Check(YamlMap map, TierSettings tier, FleetSettings fleet)
    {
        string[] known = [.. fleet.Hosts.Select(host => host.Name)];
        foreach (var host in tier.Hosts.Where(host => !known.Contains(host)))
            problems.Add(map.ProblemAt("hosts", $"no host is called '{host}'{Suggest.Phrase(host, known)}"));
        if (tier.Executors.Count == 0)
            problems.Add(map.ProblemAt("executors", "expected at least one executor; found none"));
        if (tier.Model.Length == 0 && tier.Executors.Any(executor => executor != "human-queue"))
            problems.Add(map.Problem($"expected the key 'model' in tiers.{tier.Tier}; only human-queue needs none"));
    }

    // A key goes there: in the open only within this machine.
    private Uri? ApiUrl(YamlMap map)
    {
        if (map.Text("api_url") is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)))
            return url;
        problems.Add(map.ProblemAt("api_url", $"expected an https address (http on this machine alone), for a key is sent there; found '{text}'"));
        return null;
    }

    private sealed record TierDefaults(IReadOnlyList<string> Executors, int IdleSeconds, int WallSeconds);
}
