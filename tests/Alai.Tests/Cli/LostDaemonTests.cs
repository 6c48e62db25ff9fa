using System.Net.Sockets;
using Alai.Client;

namespace Alai.Tests.Cli;

/// <summary>A daemon that takes the call and ends before it answers.</summary>
public sealed class LostDaemonTests
{
    [Fact]
    public async Task Whoever_follows_the_log_is_told_that_the_daemon_has_ended()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("needs a Unix socket");
        var home = Directory.CreateTempSubdirectory("alai-lost-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(home, "data"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            using var ended = new CancellationTokenSource();
            var hanging = HangUpAsync(HomeSocket.PathFor(home), ended.Token);

            var run = await CliRun.OfAsync("--home", home, "logs", "--follow");

            await ended.CancelAsync();
            await hanging;
            Assert.Equal((4, ""), (run.Exit, run.Out));
            Assert.Contains("The daemon has ended", run.Error, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    // It listens before it waits for the first time.
    private static async Task HangUpAsync(string path, CancellationToken cancellationToken)
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        try
        {
            while (true)
                (await listener.AcceptAsync(cancellationToken)).Dispose();
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
