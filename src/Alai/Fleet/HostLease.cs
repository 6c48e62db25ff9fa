namespace Alai.Fleet;

/// <summary>A slot on a host; given back once, by disposal.</summary>
public sealed class HostLease : IDisposable
{
    private Action? free;

    internal HostLease(FleetHost host, Action free)
    {
        Host = host;
        this.free = free;
    }

    /// <summary>The host.</summary>
    public FleetHost Host { get; }

    /// <summary>Gives the slot back.</summary>
    public void Dispose() => Interlocked.Exchange(ref free, null)?.Invoke();
}
