namespace Alai.Settings;

/// <summary>The machines that serve models.</summary>
public sealed record FleetSettings
{
    /// <summary>The hosts in the order of the file; never empty.</summary>
    public IReadOnlyList<HostSettings> Hosts { get; init; } = [HostSettings.Local(null)];
}
