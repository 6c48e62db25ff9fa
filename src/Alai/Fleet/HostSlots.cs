namespace Alai.Fleet;

/// <summary>Counts the runs on each host. In memory: a daemon that starts again has none.</summary>
public sealed class HostSlots
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);

    /// <summary>Runs on the host now.</summary>
    public int InFlight(string host)
    {
        lock (gate)
            return taken.GetValueOrDefault(host);
    }

    /// <summary>Takes a slot, or returns null when the host is full.</summary>
    public HostLease? TryTake(FleetHost host)
    {
        lock (gate)
        {
            var count = taken.GetValueOrDefault(host.Name);
            if (count >= host.MaxRuns)
                return null;
            taken[host.Name] = count + 1;
            return new HostLease(host, () => Free(host.Name));
        }
    }

    private void Free(string host)
    {
        lock (gate)
            taken[host]--;
    }
}
