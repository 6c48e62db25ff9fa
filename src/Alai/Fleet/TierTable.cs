using Alai.Tasks;

namespace Alai.Fleet;

/// <summary>The ladder: configured tiers reconciled with what the hosts serve, or tiers derived from it.</summary>
/// <param name="Tiers">In order of the tier; tiers that are absent are not listed.</param>
/// <param name="Derived">Whether nobody configured them.</param>
public sealed record TierTable(IReadOnlyList<TierState> Tiers, bool Derived)
{
    private const int LargestDerived = 3;

    /// <summary>Everything that is wrong, shown everywhere; a missing model is never a silent climb.</summary>
    public IReadOnlyList<string> Problems =>
        [.. Tiers.Where(tier => !tier.Works).Select(tier => $"tier {tier.Setting.Tier}: {tier.Problem}")];

    /// <summary>Whether every local tier is the same model, so that a build is judged by the model that made it.</summary>
    public bool SameModel => Tiers.Where(tier => tier.Served is not null)
        .Select(tier => Key(tier.Served!)).Distinct(StringComparer.Ordinal).Count() == 1;

    /// <summary>The tier, or null when it is absent.</summary>
    public TierState? Find(int tier) => Tiers.FirstOrDefault(state => state.Setting.Tier == tier);

    /// <summary>The nearest tier below a person's that works, at or above the wanted one, else the nearest below it; unpaid unless asked.</summary>
    public TierState? Nearest(int wanted, bool paidAllowed)
    {
        var usable = Tiers.Where(tier => tier.Works && tier.Setting.Tier < Tier.Human
            && (paidAllowed || !tier.Setting.Paid)).ToList();
        return usable.Where(tier => tier.Setting.Tier >= wanted).MinBy(tier => tier.Setting.Tier)
            ?? usable.MaxBy(tier => tier.Setting.Tier);
    }

    /// <summary>Compares the settings with the fleet; with no settings, derives tiers from it.</summary>
    public static TierTable Of(IReadOnlyList<TierSetting> settings, FleetSnapshot snapshot) => settings.Count == 0
        ? new TierTable([.. Derive(snapshot)], true)
        : new TierTable([.. settings.OrderBy(tier => tier.Tier).Select(tier => Reconcile(tier, snapshot))], false);

    private static TierState Reconcile(TierSetting tier, FleetSnapshot snapshot)
    {
        if (!tier.NeedsHost)
            return new TierState { Setting = tier };
        var wanted = snapshot.Hosts.Where(host => tier.Hosts.Count == 0 || tier.Hosts.Contains(host.Host.Name)).ToList();
        var serving = wanted.Where(host => host.Up && host.Find(tier.Model) is not null).ToList();
        return new TierState
        {
            Setting = tier,
            Served = serving.FirstOrDefault()?.Find(tier.Model),
            Hosts = [.. serving.Select(host => host.Host.Name)],
            Problem = serving.Count > 0 ? "" : Missing(tier, wanted),
        };
    }

    private static string Missing(TierSetting tier, List<HostState> wanted)
    {
        if (wanted.Count == 0)
            return $"names host {string.Join(", ", tier.Hosts)}, which is not configured; add it under fleet.hosts";
        var down = wanted.Where(host => !host.Up).ToList();
        if (down.Count == wanted.Count)
            return $"model {tier.Model} cannot be reached: " + string.Join("; ", down.Select(host => $"{host.Host.Name} is down ({host.Reason})"));
        var up = wanted.First(host => host.Up);
        return $"model {tier.Model} is served by no host; on {up.Host.Name} run: ollama pull {tier.Model}";
    }

    private static IEnumerable<TierState> Derive(FleetSnapshot snapshot)
    {
        var models = snapshot.Up
            .SelectMany(host => host.Models.Where(model => model.IsLocal && !model.IsEmbedding).Select(model => (host, model)))
            .GroupBy(pair => Key(pair.model), StringComparer.Ordinal)
            .OrderBy(group => Size(group.First().model))
            .ThenBy(group => group.First().model.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var (group, index) in Spread(models).Select((group, index) => (group, index)))
        {
            var model = group.First().model;
            yield return new TierState
            {
                Setting = new TierSetting { Tier = index + 1, Model = model.Name, Idle = TimeSpan.FromSeconds(60 * Math.Pow(2, index)) },
                Served = model,
                Hosts = [.. group.Select(pair => pair.host.Host.Name).Distinct(StringComparer.Ordinal)],
            };
        }

        yield return new TierState { Setting = new TierSetting { Tier = Tier.Human, Executors = ["human-queue"] } };
    }

    // With more models than local tiers: the smallest, the middle one and the largest.
    private static List<T> Spread<T>(List<T> sorted) => sorted.Count <= LargestDerived
        ? sorted
        : [sorted[0], sorted[sorted.Count / 2], sorted[^1]];

    private static string Key(ServedModel model) => model.Digest.Length > 0 ? model.Digest : model.Name;

    private static double Size(ServedModel model) => model.Billions > 0 ? model.Billions : model.Bytes / 1e9;
}
