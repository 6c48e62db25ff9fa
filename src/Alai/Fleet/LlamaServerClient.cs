using System.Net.Http.Headers;
using System.Text.Json;

namespace Alai.Fleet;

/// <summary>Speaks the chat of llama.cpp's server. Its overflow is honest, so no counts are compared; the window is the server's own.</summary>
/// <param name="http">With an infinite timeout: silence is measured here, by tokens.</param>
/// <param name="time">The clock of silence.</param>
public sealed class LlamaServerClient(HttpClient http, TimeProvider time) : IChatEngine
{
    /// <inheritdoc/>
    public EngineKind Kind => EngineKind.LlamaServer;

    /// <inheritdoc/>
    public async Task<ChatAnswer> ChatAsync(FleetHost host, ChatRequest request, CancellationToken cancellationToken)
    {
        using var clock = new StallClock(request.Pace, time, cancellationToken);
        try
        {
            return await SendAsync(host, request, clock);
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
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Url, "/v1/chat/completions"))
        {
            Content = new ByteArrayContent(LlamaRequestBody.Write(request)),
        };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, clock.Token);
        if (!response.IsSuccessStatusCode)
            return ServerError.Read(response.StatusCode, await response.Content.ReadAsStringAsync(clock.Token), host);
        await using var stream = await response.Content.ReadAsStreamAsync(clock.Token);
        var gathered = new LlamaStream(host);
        await foreach (var line in NdjsonLines.ReadAsync(stream, clock.Token))
        {
            if (gathered.Take(line))
                clock.Progress();
            if (gathered.Error is not null || gathered.Runaway || gathered.IsDone)
                break;
        }

        if (gathered.Error is { } error)
            return error;
        return gathered.IsDone || gathered.Runaway
            ? gathered.Conclude()
            : new ChatAnswer(ChatAnswerKind.Unavailable, $"host {host.Name} ended its answer before it was done");
    }
}
