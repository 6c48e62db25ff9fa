using System.Net.Http.Headers;
using System.Text.Json;

namespace Alai.Fleet;

/// <summary>One request and its streamed answer, the same for every protocol: how it ends is a value, silence is measured by tokens.</summary>
/// <param name="http">With an infinite timeout.</param>
/// <param name="time">The clock of silence.</param>
internal sealed class ChatExchange(HttpClient http, TimeProvider time)
{
    /// <summary>Runs an exchange; only the caller's cancellation throws.</summary>
    public async Task<ChatAnswer> RunAsync(
        FleetHost host, ChatRequest request, Func<StallClock, Task<ChatAnswer>> exchange, CancellationToken cancellationToken)
    {
        using var clock = new StallClock(request.Pace, time, cancellationToken);
        try
        {
            return await exchange(clock);
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

    /// <summary>Posts a body and gathers the answer line by line.</summary>
    /// <returns>Why there is no whole answer, or null when <paramref name="gathering"/> holds one.</returns>
    public async Task<ChatAnswer?> GatherAsync(FleetHost host, (string Path, byte[] Body) post, IChatGathering gathering, StallClock clock)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Url, post.Path)) { Content = new ByteArrayContent(post.Body) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, clock.Token);
        if (!response.IsSuccessStatusCode)
            return ServerError.Read(response.StatusCode, await response.Content.ReadAsStringAsync(clock.Token), host);
        await using var stream = await response.Content.ReadAsStreamAsync(clock.Token);
        await foreach (var line in NdjsonLines.ReadAsync(stream, clock.Token))
        {
            if (gathering.Take(line))
                clock.Progress();
            if (gathering.Error is not null || gathering.Runaway || gathering.IsDone)
                break;
        }

        return gathering.Error ?? (gathering.IsDone || gathering.Runaway
            ? null
            : new ChatAnswer(ChatAnswerKind.Unavailable, $"host {host.Name} ended its answer before it was done"));
    }
}
