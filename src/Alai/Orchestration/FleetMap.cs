using Alai.Fleet;
using Alai.Settings;

namespace Alai.Orchestration;

/// <summary>Hands the fleet its part of the settings.</summary>
internal static class FleetMap
{
    public static FleetOptions Options(FactorySettings settings) => new()
    {
        Hosts = [.. settings.Fleet.Hosts.Select(Host)],
        Tiers = [.. (settings.Tiers ?? new Dictionary<int, TierSettings>()).Values.Select(Tier)],
    };

    public static SlotLimits Limits(FactorySettings settings, TierTable tiers) => new(
        settings.Orchestrator.MaxRuns,
        tiers.Tiers.Where(tier => tier.Setting.MaxRuns is not null).ToDictionary(tier => tier.Setting.Tier, tier => tier.Setting.MaxRuns!.Value));

    private static FleetHost Host(HostSettings host) => new()
    {
        Name = host.Name,
        Url = host.Url,
        Engine = host.Engine == "llama-server" ? EngineKind.LlamaServer : EngineKind.Ollama,
        MemoryGb = host.MemoryGb,
        MaxRuns = host.MaxRuns,
        Machine = host.Machine,
    };

    private static TierSetting Tier(TierSettings tier) => new()
    {
        Tier = tier.Tier,
        Model = tier.Model,
        Hosts = tier.Hosts,
        Executors = tier.Executors,
        Idle = tier.Idle,
        Paid = tier.Paid,
        MaxRuns = tier.MaxRuns,
    };
}
