namespace Alai.Fleet;

/// <summary>Speaks the chat of llama.cpp's server. Its overflow is honest, so no counts are compared; the window is the server's own.</summary>
/// <param name="http">With an infinite timeout: silence is measured here, by tokens.</param>
/// <param name="time">The clock of silence.</param>
public sealed class LlamaServerClient(HttpClient http, TimeProvider time) : IChatEngine
{
    private readonly ChatExchange exchange = new(http, time);

    /// <inheritdoc/>
    public EngineKind Kind => EngineKind.LlamaServer;

    /// <inheritdoc/>
    public Task<ChatAnswer> ChatAsync(FleetHost host, ChatRequest request, CancellationToken cancellationToken) =>
        exchange.RunAsync(host, request, clock => SendAsync(host, request, clock), cancellationToken);

    private async Task<ChatAnswer> SendAsync(FleetHost host, ChatRequest request, StallClock clock)
    {
        var gathered = new LlamaStream(host);
        return await exchange.GatherAsync(host, ("/v1/chat/completions", LlamaRequestBody.Write(request)), gathered, clock) ?? gathered.Conclude();
    }
}
