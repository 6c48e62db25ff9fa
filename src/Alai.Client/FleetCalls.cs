using Alai.Client.Requests;
using Alai.Client.Views;

namespace Alai.Client;

/// <summary>Calls about the machines that serve models, and what a run needs before it begins.</summary>
public sealed class FleetCalls
{
    private readonly FactoryClient client;

    internal FleetCalls(FactoryClient client) => this.client = client;

    /// <summary>The fleet as last probed; probed first when it never was.</summary>
    public Task<Reply<FleetView>> StatusAsync(CancellationToken cancellationToken) =>
        client.GetAsync("v1/fleet", WireJson.Default.FleetView, cancellationToken);

    /// <summary>The fleet, probed now.</summary>
    public Task<Reply<FleetView>> ProbeAsync(CancellationToken cancellationToken) =>
        client.GetAsync("v1/fleet?probe=true", WireJson.Default.FleetView, cancellationToken);

    /// <summary>Why a model is used or not; null for the whole fleet.</summary>
    public Task<Reply<FleetWhyView>> WhyAsync(string? model, CancellationToken cancellationToken) =>
        client.GetAsync("v1/fleet/why" + (model is null ? "" : "?model=" + Uri.EscapeDataString(model)), WireJson.Default.FleetWhyView, cancellationToken);

    /// <summary>Registers a project if needed and tells whether a run on it can begin.</summary>
    public Task<Reply<ReadinessView>> PrepareAsync(PrepareRun project, CancellationToken cancellationToken) =>
        client.PostAsync("v1/prepare", new Sent<PrepareRun>(project, WireJson.Default.PrepareRun), WireJson.Default.ReadinessView, cancellationToken);
}
