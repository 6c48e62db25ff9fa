namespace Alai.Fleet;

/// <summary>Speaks Ollama's native chat. Every expected end is a value; only the caller's cancellation throws.</summary>
/// <param name="http">With an infinite timeout: silence is measured here, by tokens.</param>
/// <param name="time">The clock of silence.</param>
public sealed class OllamaClient(HttpClient http, TimeProvider time) : IChatEngine
{
    // Below this many estimated tokens the templates' own words dominate and the comparison says nothing.
    private const int SmallestComparable = 1000;

    // The estimate errs by up to a third on prose and code; a silent cut leaves half the window or less.
    private const double LeastShare = 0.5;

    private readonly ChatExchange exchange = new(http, time);

    /// <inheritdoc/>
    public EngineKind Kind => EngineKind.Ollama;

    /// <inheritdoc/>
    public Task<ChatAnswer> ChatAsync(FleetHost host, ChatRequest request, CancellationToken cancellationToken) =>
        exchange.RunAsync(host, request, clock => ThinkingOrNotAsync(host, request, clock), cancellationToken);

    private async Task<ChatAnswer> ThinkingOrNotAsync(FleetHost host, ChatRequest request, StallClock clock)
    {
        var answer = await SendAsync(host, request, clock);
        return answer.Kind == ChatAnswerKind.FormatError && request.Think is not null
            && answer.Why.Contains("does not support thinking", StringComparison.OrdinalIgnoreCase)
            ? await SendAsync(host, request with { Think = null }, clock)
            : answer;
    }

    private async Task<ChatAnswer> SendAsync(FleetHost host, ChatRequest request, StallClock clock)
    {
        var gathered = new OllamaStream(host);
        return await exchange.GatherAsync(host, ("/api/chat", OllamaRequestBody.Write(request)), gathered, clock)
            ?? Conclude(host, request, gathered.Turn);
    }

    private static ChatAnswer Conclude(FleetHost host, ChatRequest request, ChatTurn turn)
    {
        var estimate = request.PromptEstimate;
        return turn.PromptTokens > 0 && estimate >= SmallestComparable && turn.PromptTokens < estimate * LeastShare
            ? new ChatAnswer(ChatAnswerKind.Truncated, $"host {host.Name} read {turn.PromptTokens} prompt tokens where about "
                + $"{estimate} were sent: it cut the prompt silently; raise its context length or update it")
            : new ChatAnswer(ChatAnswerKind.Turn, "", turn);
    }
}
