using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;

namespace Alai.Fleet;

/// <summary>Asks an Ollama server what it serves. Details of a model are asked once per digest.</summary>
/// <param name="http">The client.</param>
internal sealed class OllamaProbe(HttpClient http) : IHostProbe
{
    private readonly ConcurrentDictionary<string, JsonElement> shown = new(StringComparer.Ordinal);

    public EngineKind Kind => EngineKind.Ollama;

    public async Task<HostState> ProbeAsync(FleetHost host, CancellationToken cancellationToken)
    {
        var version = await ProbeJson.GetAsync(http, host, "/api/version", cancellationToken);
        var tags = await ProbeJson.GetAsync(http, host, "/api/tags", cancellationToken);
        var loaded = await ProbeJson.GetAsync(http, host, "/api/ps", cancellationToken);
        var models = new List<ServedModel>();
        foreach (var entry in ProbeJson.List(tags, "models"))
            models.Add(await CompletedAsync(host, ProbeJson.Model(entry), cancellationToken));
        return new HostState
        {
            Host = host,
            Up = true,
            Version = ProbeJson.Text(version, "version"),
            Models = models,
            Loaded = [.. ProbeJson.List(loaded, "models").Select(ProbeJson.Loaded)],
        };
    }

    private async Task<ServedModel> CompletedAsync(FleetHost host, ServedModel model, CancellationToken cancellationToken)
    {
        if (model.ContextLength > 0 && model.Capabilities.Count > 0)
            return model;
        var key = $"{host.Name}\n{model.Name}\n{model.Digest}";
        if (!shown.TryGetValue(key, out var show))
        {
            using var response = await http.PostAsJsonAsync(new Uri(host.Url, "/api/show"), new { model = model.Name }, cancellationToken);

            // A model deleted between the two questions is simply not complete; the next probe will not list it.
            if (!response.IsSuccessStatusCode)
                return model;
            show = await ProbeJson.ReadAsync(response, "/api/show", cancellationToken);
            shown[key] = show;
        }

        return ProbeJson.Shown(model, show);
    }
}
