using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Alai.Fleet;

/// <summary>Probes every host and publishes what it saw as one immutable snapshot.</summary>
public sealed class FleetMonitor
{
    private readonly Dictionary<EngineKind, IHostProbe> probes;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly Lock gate = new();
    private volatile FleetOptions options;
    private volatile FleetSnapshot current = FleetSnapshot.Empty;
    private volatile Compared? compared;

    /// <summary>Makes a monitor that has seen nothing yet.</summary>
    /// <param name="options">The hosts and tiers.</param>
    /// <param name="http">The client for probes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Hears of hosts that come and go.</param>
    public FleetMonitor(FleetOptions options, HttpClient http, TimeProvider time, ILogger<FleetMonitor> logger)
    {
        this.options = options;
        this.time = time;
        this.logger = logger;
        probes = new IHostProbe[] { new OllamaProbe(http), new LlamaServerProbe(http) }.ToDictionary(probe => probe.Kind);
    }

    /// <summary>What the last probe saw.</summary>
    public FleetSnapshot Current => current;

    /// <summary>The hosts and tiers in force.</summary>
    public FleetOptions Options => options;

    /// <summary>The tiers, compared with what is served now; compared once for each probe, as every candidate of every tick asks.</summary>
    public TierTable Tiers
    {
        get
        {
            var (settings, seen) = (options.Tiers, current);
            if (compared is { } last && ReferenceEquals(last.Settings, settings) && ReferenceEquals(last.Seen, seen))
                return last.Table;
            var now = new Compared(settings, seen, TierTable.Of(settings, seen));
            compared = now;
            return now.Table;
        }
    }

    /// <summary>Takes new settings; the next probe uses them.</summary>
    public void Replace(FleetOptions changed) => options = changed;

    /// <summary>Notes at once that a host failed a call, so that nobody picks it until a probe says otherwise.</summary>
    /// <param name="host">Its name.</param>
    /// <param name="reason">One sentence.</param>
    public void MarkDown(string host, string reason)
    {
        lock (gate)
        {
            current = current with
            {
                Hosts = [.. current.Hosts.Select(state => state.Host.Name == host ? state with { Up = false, Reason = reason } : state)],
            };
        }

        logger.HostDown(host, reason);
    }

    /// <summary>Probes all hosts at once.</summary>
    public async Task<FleetSnapshot> ProbeAsync(CancellationToken cancellationToken)
    {
        var used = options;
        var states = await Task.WhenAll(used.Hosts.Select(host => ProbeAsync(host, used.ProbeTimeout, cancellationToken)));
        lock (gate)
        {
            foreach (var state in states)
                Tell(current.Find(state.Host.Name), state);
            current = new FleetSnapshot(time.GetUtcNow(), states);
            return current;
        }
    }

    /// <summary>Probes for ever, at the interval of the settings.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await ProbeAsync(cancellationToken);
            await Task.Delay(options.ProbeEvery, time, cancellationToken);
        }
    }

    private async Task<HostState> ProbeAsync(FleetHost host, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var state = await probes[host.Engine].ProbeAsync(host, linked.Token);
            return state with { At = time.GetUtcNow() };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Down(host, $"no answer from {host.Url} within {timeout.TotalSeconds:0.#} s");
        }
        catch (HttpRequestException broken)
        {
            return Down(host, HostTrouble.Of(broken, host));
        }
        catch (Exception broken) when (broken is JsonException or IOException)
        {
            return Down(host, $"{host.Url} answered something that no {SnakeWordOf(host.Engine)} server says: {broken.Message}");
        }
    }

    private HostState Down(FleetHost host, string reason) => new() { Host = host, Reason = reason, At = time.GetUtcNow() };

    private static string SnakeWordOf(EngineKind kind) => kind == EngineKind.Ollama ? "Ollama" : "llama.cpp";

    private void Tell(HostState? before, HostState now)
    {
        if (now.Up && before?.Up != true)
            logger.HostUp(now.Host.Name, now.Version, now.Models.Count);
        else if (!now.Up && (before is null || before.Up))
            logger.HostDown(now.Host.Name, now.Reason);
    }

    private sealed record Compared(IReadOnlyList<TierSetting> Settings, FleetSnapshot Seen, TierTable Table);
}
