namespace Alai.Fleet;

/// <summary>What the fleet room needs from the settings.</summary>
public sealed record FleetOptions
{
    /// <summary>The hosts, in the order of the settings.</summary>
    public required IReadOnlyList<FleetHost> Hosts { get; init; }

    /// <summary>The configured tiers; empty derives them from what is served.</summary>
    public IReadOnlyList<TierSetting> Tiers { get; init; } = [];

    /// <summary>How long one probe request may take.</summary>
    public TimeSpan ProbeTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time between probes.</summary>
    public TimeSpan ProbeEvery { get; init; } = TimeSpan.FromSeconds(30);
}
