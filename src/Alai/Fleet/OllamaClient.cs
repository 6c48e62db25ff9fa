using System.Net.Http.Headers;
using System.Text.Json;

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

    /// <inheritdoc/>
    public EngineKind Kind => EngineKind.Ollama;

    /// <inheritdoc/>
    public async Task<ChatAnswer> ChatAsync(FleetHost host, ChatRequest request, CancellationToken cancellationToken)
    {
        using var clock = new StallClock(request.Pace, time, cancellationToken);
        try
        {
            var answer = await SendAsync(host, request, clock);
            return answer.Kind == ChatAnswerKind.FormatError && request.Think is not null
                && answer.Why.Contains("does not support thinking", StringComparison.OrdinalIgnoreCase)
                ? await SendAsync(host, request with { Think = null }, clock)
                : answer;
        }
        catch (OperationCanceledException) when (clock.RanOut && !cancellationToken.IsCancellationRequested)
        {
            return new ChatAnswer(ChatAnswerKind.Stalled, $"host {host.Name}: {clock.Sentence}");
        }
        catch (HttpRequestException broken)
        {
            return new ChatAnswer(ChatAnswerKind.Unavailable, $"host {host.Name}: {HostTrouble.Of(broken, host)}");
        }
        catch (Exception broken) when (broken is IOException or JsonException)
        {
            return new ChatAnswer(ChatAnswerKind.Unavailable, $"host {host.Name} broke off its answer: {broken.Message}");
        }
    }

    private async Task<ChatAnswer> SendAsync(FleetHost host, ChatRequest request, StallClock clock)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Url, "/api/chat"))
        {
            Content = new ByteArrayContent(OllamaRequestBody.Write(request)),
        };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, clock.Token);
        if (!response.IsSuccessStatusCode)
            return ServerError.Read(response.StatusCode, await response.Content.ReadAsStringAsync(clock.Token), host);
        await using var stream = await response.Content.ReadAsStreamAsync(clock.Token);
        var gathered = new OllamaStream(host);
        await foreach (var line in NdjsonLines.ReadAsync(stream, clock.Token))
        {
            if (gathered.Take(line))
                clock.Progress();
            if (gathered.Error is not null || gathered.Runaway || gathered.IsDone)
                break;
        }

        return Conclude(host, request, gathered);
    }

    private static ChatAnswer Conclude(FleetHost host, ChatRequest request, OllamaStream gathered)
    {
        if (gathered.Error is { } error)
            return error;
        if (!gathered.IsDone && !gathered.Runaway)
            return new ChatAnswer(ChatAnswerKind.Unavailable, $"host {host.Name} ended its answer before it was done");
        var turn = gathered.Turn;
        var estimate = request.PromptEstimate;
        return turn.PromptTokens > 0 && estimate >= SmallestComparable && turn.PromptTokens < estimate * LeastShare
            ? new ChatAnswer(ChatAnswerKind.Truncated, $"host {host.Name} read {turn.PromptTokens} prompt tokens where about "
                + $"{estimate} were sent: it cut the prompt silently; raise its context length or update it")
            : new ChatAnswer(ChatAnswerKind.Turn, "", turn);
    }
}
