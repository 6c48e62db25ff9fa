using System.Text.Json;

namespace Alai.Fleet;

/// <summary>Asks a llama.cpp server what it serves: one model, its window and its slots.</summary>
/// <param name="http">The client.</param>
internal sealed class LlamaServerProbe(HttpClient http) : IHostProbe
{
    public EngineKind Kind => EngineKind.LlamaServer;

    public async Task<HostState> ProbeAsync(FleetHost host, CancellationToken cancellationToken)
    {
        await ProbeJson.GetAsync(http, host, "/health", cancellationToken);
        var list = await ProbeJson.GetAsync(http, host, "/v1/models", cancellationToken);
        var props = await ProbeJson.GetAsync(http, host, "/props", cancellationToken);
        var window = (int)ProbeJson.Number(ProbeJson.Child(props, "default_generation_settings"), "n_ctx");
        var models = ProbeJson.List(list, "data").Select(entry => Model(entry, window)).ToList();
        return new HostState
        {
            Host = host,
            Up = true,
            Version = ProbeJson.Text(props, "build_info"),
            Models = models,
            Loaded = [.. models.Select(model => new LoadedModel(model.Name, "", model.Bytes, 0, window))],
        };
    }

    private static ServedModel Model(JsonElement entry, int window)
    {
        var meta = ProbeJson.Child(entry, "meta");
        return new ServedModel
        {
            Name = ProbeJson.Text(entry, "id"),
            Bytes = ProbeJson.Number(meta, "size"),
            Billions = ProbeJson.Number(meta, "n_params") / 1e9,
            ContextLength = window,
            Capabilities = ["completion", "tools"],
        };
    }
}
