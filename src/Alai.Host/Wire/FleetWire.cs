using Alai.Client.Views;
using Alai.Fleet;
using Alai.Tasks;

namespace Alai.Host.Wire;

/// <summary>The fleet in the words of the wire, with the commands that mend it.</summary>
internal static class FleetWire
{
    public static FleetView Of(FleetMonitor fleet, string home)
    {
        var snapshot = fleet.Current;
        var tiers = fleet.Tiers;
        var canWork = CanWork(tiers);
        return new FleetView
        {
            ProbedAt = snapshot.IsProbed ? snapshot.At : null,
            Hosts = [.. snapshot.Hosts.Select(Of)],
            Tiers = [.. tiers.Tiers.Select(Of)],
            Derived = tiers.Derived,
            CanWork = canWork,
            Fixes = [.. Fixes(snapshot, tiers, home)],
        };
    }

    /// <summary>Whether some tier below a person's works.</summary>
    public static bool CanWork(TierTable tiers) => tiers.Tiers.Any(tier => tier.Works && tier.Setting.Tier < Tier.Human);

    /// <summary>What to run, in order; empty when nothing is wrong.</summary>
    public static IEnumerable<string> Fixes(FleetSnapshot snapshot, TierTable tiers, string home)
    {
        var down = snapshot.Hosts.Where(host => !host.Up).ToList();
        foreach (var host in down)
            yield return Start(host.Host);
        foreach (var host in snapshot.Hosts.Where(host => !host.Models.Any(model => model.IsLocal && !model.IsEmbedding)).DistinctBy(host => host.Host.Machine))
        {
            if (tiers.Derived && host.Host.Engine == EngineKind.Ollama)
            {
                foreach (var pull in FleetAdvice.Commands(host.Host.MemoryGb ?? MachineGb))
                    yield return pull + (host.Host.Url.IsLoopback ? "" : $"   (on {host.Host.Name})");
            }
        }

        foreach (var missing in tiers.Tiers.Where(tier => !tier.Works && !tiers.Derived).Select(tier => tier.Setting.Model).Where(model => model.Length > 0).Distinct(StringComparer.Ordinal))
            yield return $"ollama pull {missing}";
        if (down.Count > 0)
            yield return $"or say where another one is: OLLAMA_HOST=http://HOST:11434, or fleet.hosts in {Path.Combine(home, "alai.yaml")}";
    }

    /// <summary>What this machine has, for advice about a host that does not say.</summary>
    public static double MachineGb => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;

    private static string Start(FleetHost host) => host.Engine == EngineKind.Ollama
        ? "ollama serve" + (host.Url.IsLoopback ? "" : $"   (on {host.Name}, {host.Url.Host})")
        : $"llama-server --host 0.0.0.0 --port {host.Url.Port} -m MODEL.gguf   (on {host.Name})";

    private static HostView Of(HostState host) => new()
    {
        Name = host.Host.Name,
        Url = host.Host.Url.ToString().TrimEnd('/'),
        Engine = host.Host.Engine == EngineKind.Ollama ? "ollama" : "llama-server",
        Up = host.Up,
        Reason = host.Reason,
        Version = host.Version,
        MemoryGb = host.Host.MemoryGb,
        MaxRuns = host.Host.MaxRuns,
        Models = [.. host.Models.Select(model => Of(host, model))],
    };

    private static ModelView Of(HostState host, ServedModel model) => new()
    {
        Name = model.Name,
        Billions = model.Billions,
        Bytes = model.Bytes,
        ContextLength = model.ContextLength,
        Loaded = host.HasLoaded(model),
        IsLocal = model.IsLocal,
        IsEmbedding = model.IsEmbedding,
    };

    private static TierView Of(TierState tier) => new()
    {
        Tier = tier.Setting.Tier,
        Model = tier.Setting.Model,
        Hosts = tier.Hosts,
        Executors = tier.Setting.Executors,
        Paid = tier.Setting.Paid,
        Problem = tier.Problem,
    };
}
