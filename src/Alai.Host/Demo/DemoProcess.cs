using System.Globalization;
using Alai.Client.Views;
using Alai.Host.Logs;
using Alai.Orchestration;
using Alai.Redaction;
using Alai.Rehearsal.Bento;
using Alai.Sandbox;

namespace Alai.Host.Demo;

/// <summary>
/// <c>alaid demo</c>: a whole factory, a scripted model server and the Bento product in this process, in a home of their own.
/// Ends when the demo ends, at SIGTERM, or when standard input closes: whoever started it and died takes it along.
/// </summary>
internal static class DemoProcess
{
    public static async Task<int> RunAsync(DaemonWords words)
    {
        using var stop = new CancellationTokenSource();
        using var signals = new StopSignals(words with { Once = true }, stop);
        var news = new DemoNews(Console.Out, TimeProvider.System);
        HomePlace.Prepare(words.Home);
        using var home = await HomeLock.TakeAsync(words, TimeProvider.System, stop.Token);
        using var log = new RollingFile(Path.Combine(Alai.Client.HomeFolder.Logs(words.Home), "alaid.log"));
        using var logs = new LoggerFactory([new FileLogProvider(log, Redactor.ShapesOnly, TimeProvider.System)], new LoggerFilterOptions { MinLevel = LogLevel.Information });
        try
        {
            return await PlayAsync(DaemonProcess.Options(words, logs), news, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            news.Tell(new DemoNewsView { Kind = "stopped" });
            return 1;
        }
    }

    private static async Task<int> PlayAsync(FactoryOptions options, DemoNews news, CancellationToken cancellationToken)
    {
        await using var stage = await DemoStage.SetAsync(options, cancellationToken);
        var sandbox = await stage.Factory.Sandboxes.ReportAsync(cancellationToken);
        news.Tell(new DemoNewsView { Kind = "stage", Sandbox = sandbox.Level.ToString(), Text = sandbox.Backend, Hint = sandbox.Level == SandboxLevel.S0 ? sandbox.Fix : "" });
        var result = await new BentoDemo(stage, line => news.Tell(Of(line))).RunAsync(cancellationToken);
        news.Tell(DemoEnding.Of(stage.Factory, result, news));
        return result.Missed.Count == 0 ? 0 : 1;
    }

    private static DemoNewsView Of(DemoLine line) => new()
    {
        Kind = line.Kind,
        Task = long.TryParse(line.Task.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0,
        Stage = line.Stage,
        Text = line.Text,
    };
}
