namespace Alai.Client;

/// <summary>
/// A long call is no sign of trouble: a backup takes its time. So while an answer is awaited the daemon is asked something else
/// now and then, and only if that stays unanswered too is the call given up.
/// </summary>
/// <param name="inner">Sends both.</param>
/// <param name="patience">How long a call may go unanswered before the daemon is asked, and how long that may.</param>
/// <param name="time">The clock.</param>
internal sealed class SilenceWatch(HttpMessageHandler inner, TimeSpan patience, TimeProvider time) : DelegatingHandler(inner)
{
    // Any answer will do.
    private static readonly Uri Anything = new("http://alai/v1/health");

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var began = time.GetTimestamp();
        var answer = base.SendAsync(request, given.Token);
        while (!await InTimeAsync(answer, cancellationToken))
        {
            if (await AnswersAsync(cancellationToken))
                continue;
            await given.CancelAsync();
            await answer.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw new DaemonSilentException(time.GetElapsedTime(began));
        }

        return await answer;
    }

    private async Task<bool> InTimeAsync(Task task, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(task, Task.Delay(patience, time, enough.Token));
        await enough.CancelAsync();
        return first == task || cancellationToken.IsCancellationRequested;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var enough = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, enough.Token);
        using var question = new HttpRequestMessage(HttpMethod.Get, Anything);
        try
        {
            using var answer = await base.SendAsync(question, either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (HttpRequestException)
        {
            // A daemon that is gone is told by the call itself.
            return true;
        }
    }
}
