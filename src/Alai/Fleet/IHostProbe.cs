namespace Alai.Fleet;

/// <summary>Asks a host of one protocol what it serves.</summary>
internal interface IHostProbe
{
    /// <summary>The protocol.</summary>
    EngineKind Kind { get; }

    /// <summary>Asks. Throws <see cref="HttpRequestException"/>, <see cref="System.Text.Json.JsonException"/> or cancellation when it cannot.</summary>
    Task<HostState> ProbeAsync(FleetHost host, CancellationToken cancellationToken);
}
