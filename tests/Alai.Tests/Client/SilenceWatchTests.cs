using System.Net;
using Alai.Client;

namespace Alai.Tests.Client;

/// <summary>A long call is waited for as long as the daemon answers anything at all, and no longer.</summary>
public sealed class SilenceWatchTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(20);

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_long_call_is_waited_for_while_the_daemon_answers_something_else()
    {
        using var daemon = new Daemon(answersQuestions: true);
        using var http = new HttpClient(new SilenceWatch(daemon, Short, TimeProvider.System));
        var call = http.GetAsync(new Uri("http://alai/v1/backup"), None);

        await daemon.Asked.WaitAsync(Patience.Default, None);
        Assert.False(call.IsCompleted);
        daemon.Finish();

        using var answer = await call.WaitAsync(Patience.Default, None);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_daemon_that_answers_nothing_is_given_up()
    {
        using var daemon = new Daemon(answersQuestions: false);
        using var http = new HttpClient(new SilenceWatch(daemon, Short, TimeProvider.System));

        var silent = await Assert.ThrowsAsync<DaemonSilentException>(() => http.GetAsync(new Uri("http://alai/v1/status"), None).WaitAsync(Patience.Default, None));

        Assert.Contains("kill -CONT 7", silent.Tell(7).Hint, StringComparison.Ordinal);
        Assert.DoesNotContain("pid", silent.Tell(null).Error, StringComparison.Ordinal);
    }

    /// <summary>Takes its time with everything but the question whether it is there.</summary>
    private sealed class Daemon(bool answersQuestions) : HttpMessageHandler
    {
        private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _questions;

        /// <summary>Done once it was asked three times.</summary>
        public Task Asked => _asked.Task;

        public void Finish() => _finished.SetResult();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath != "/v1/health" || !answersQuestions)
                await _finished.Task.WaitAsync(cancellationToken);
            else if (Interlocked.Increment(ref _questions) == 3)
                _asked.SetResult();
            return new HttpResponseMessage(HttpStatusCode.OK);
        }
    }
}
