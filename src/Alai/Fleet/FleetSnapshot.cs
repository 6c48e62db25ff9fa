namespace Alai.Fleet;

/// <summary>The fleet at one moment; immutable, replaced whole by each probe.</summary>
/// <param name="At">When the probe ended; <see cref="DateTimeOffset.MinValue"/> before the first.</param>
/// <param name="Hosts">Every configured host, up or down, in the order of the settings.</param>
public sealed record FleetSnapshot(DateTimeOffset At, IReadOnlyList<HostState> Hosts)
{
    /// <summary>Nothing probed yet.</summary>
    public static FleetSnapshot Empty { get; } = new(DateTimeOffset.MinValue, []);

    /// <summary>Whether a probe has been made.</summary>
    public bool IsProbed => At != DateTimeOffset.MinValue;

    /// <summary>The hosts that answered.</summary>
    public IEnumerable<HostState> Up => Hosts.Where(host => host.Up);

    /// <summary>The host of that name, or null.</summary>
    public HostState? Find(string host) => Hosts.FirstOrDefault(state => state.Host.Name == host);

    /// <summary>The hosts that are up and serve the model.</summary>
    /// <param name="model">Its name; a missing tag is <c>latest</c>.</param>
    /// <param name="localOnly">Whether models that pass words on to a cloud are refused.</param>
    public IEnumerable<HostState> Serving(string model, bool localOnly) =>
        Up.Where(host => host.Find(model) is { } served && (served.IsLocal || !localOnly));
}
