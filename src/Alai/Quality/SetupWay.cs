using System.Globalization;
using Alai.Sandbox;
using Alai.Sandbox.Egress;
using Alai.Tasks;

namespace Alai.Quality;

/// <summary>The way out of one set-up: none, the daemon's proxy, or the open network an owner insisted on; and what went over it.</summary>
internal sealed class SetupWay : IAsyncDisposable
{
    private readonly SetupNetwork allowed;
    private readonly EgressProxy? proxy;

    private SetupWay(SetupNetwork allowed, EgressProxy? proxy) => (this.allowed, this.proxy) = (allowed, proxy);

    /// <summary>For the sandbox.</summary>
    public SandboxNetwork Network => allowed.IsOpen ? SandboxNetwork.Open : proxy?.Network ?? SandboxNetwork.None;

    /// <summary>What tells the tools of the proxy.</summary>
    public IReadOnlyDictionary<string, string> Environment => proxy?.Environment ?? new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Files they need for it.</summary>
    public IReadOnlyList<string> Files => proxy?.Files ?? [];

    /// <summary>Opens it. What isolates nothing needs no way out.</summary>
    public static async Task<SetupWay> OpenAsync(SetupNetwork allowed, ISandbox sandbox, CancellationToken cancellationToken)
    {
        if (allowed.IsOpen || sandbox.Ceiling == SandboxLevel.S0 || await allowed.Hosts(cancellationToken) is not { Count: > 0 } hosts)
            return new SetupWay(allowed, null);
        return new SetupWay(
            allowed, EgressProxy.Open(new EgressOptions { Hosts = hosts, Credentials = allowed.Credentials(hosts), StateFolder = allowed.StateFolder }));
    }

    /// <summary>Waits until what the commands left open is written down.</summary>
    public Task QuietAsync(CancellationToken cancellationToken) => proxy?.QuietAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>What a person must add so that it works, or empty.</summary>
    public string Wanted() => proxy?.Refusals is { Count: > 0 } refused
        ? $"it wanted {string.Join(", ", refused.Take(5).Select(refusal => $"{refusal.Host} ({refusal.Reason})"))}: {allowed.HowToAdd}"
        : "";

    /// <summary>One clause for a finished set-up.</summary>
    public string Summary() => allowed.IsOpen ? "; it had the OPEN network, as the product's file says" : "";

    /// <summary>What went over it, for the run's record.</summary>
    public IEnumerable<CheckResult> Evidence()
    {
        if (allowed.IsOpen)
            yield return Told("OPEN: set-up could reach everything this machine reaches (setup.network: open)");
        foreach (var visit in proxy?.Visits ?? [])
            yield return Told(string.Create(CultureInfo.InvariantCulture, $"{visit.Host}: {visit.Up} bytes out, {visit.Down} bytes in"));
        foreach (var refusal in proxy?.Refusals ?? [])
            yield return Told($"{refusal.Host} refused: {refusal.Reason}");
    }

    public ValueTask DisposeAsync() => proxy?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static CheckResult Told(string seen) => new() { Check = "set-up network", Passed = true, Seen = seen };
}
