using System.Runtime.InteropServices;
using Alai.Client;
using Alai.Host.Logs;
using Alai.Host.Models;
using Alai.Orchestration;
using Alai.Redaction;
using Alai.Sandbox;

namespace Alai.Host;

/// <summary>The life of this process: lock, logs, factory, socket, ready, stop.</summary>
internal static class DaemonProcess
{
    private static readonly string[] KnownToFactory = ["PATH", "HOME", "LANG", "OLLAMA_HOST", "USER", "TMPDIR"];

    // How a line begins, before "ready", that tells the program which detached this one what a person must hear.
    private const string Problem = "problem ";

    private static readonly TimeSpan GitPatience = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(DaemonWords words)
    {
        using var stop = new CancellationTokenSource();
        using var signals = new StopSignals(words, stop);
        try
        {
            return await ServeAsync(words, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to end before it was up.
            return 0;
        }
    }

    private static async Task<int> ServeAsync(DaemonWords words, CancellationTokenSource stop)
    {
        var data = HomePlace.Prepare(words.Home);
        using var home = await HomeLock.TakeAsync(words, TimeProvider.System, stop.Token);
        if (home is null)
        {
            await Console.Out.WriteLineAsync("taken");
            return 0;
        }

        var redactor = Redactor.ShapesOnly;
        using var log = new RollingFile(Path.Combine(HomeFolder.Logs(words.Home), "alaid.log"));
        using var logs = new LoggerFactory([new FileLogProvider(log, redactor, TimeProvider.System)], new LoggerFilterOptions { MinLevel = LogLevel.Information });
        using var failing = Failing(logs);
        var options = Options(words, logs);
        var factory = AlaiServices.Open(failing is null ? options : options with { AtPoint = failing.ReachedAsync, AtStep = failing.Step });
        await using var daemon = new Daemon(factory, words, stop, logs.CreateLogger("Alai.Host"));
        await factory.Import.TidyAsync(stop.Token);
        await ReturnGitAsync(factory, stop.Token);
        if (words.Scheduler)
            factory.StartScheduler();
        await daemon.ListenAsync(stop.Token);
        await SayReadyAsync(words, words.Once ? [] : factory.Configuration.Problems);
        await daemon.WaitAsync();
        return 0;
    }

    // Before anything asks for a branch; a remote that does not answer in time is asked again by the caretaker.
    private static async Task ReturnGitAsync(Factory factory, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(GitPatience);
        try
        {
            await factory.Care.Repositories.ReturnAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            factory.Parts.Care.Set("failed-git", "the restored git work of a product waits for a repository that does not answer; it is tried again each minute");
        }
    }

    /// <summary>What the factory may know of the world.</summary>
    public static FactoryOptions Options(DaemonWords words, ILoggerFactory logs) => new()
    {
        Home = words.Home,
        Random = new Random(),
        Logs = logs,
        AllowUnsandboxed = words.Unsandboxed,
        Relay = Relay(),
        PaidModels = parts => new ModelProxy(parts),
        Environment = KnownToFactory
            .Select(name => (name, value: Environment.GetEnvironmentVariable(name)))
            .Where(pair => !string.IsNullOrEmpty(pair.value))
            .ToDictionary(pair => pair.name, pair => pair.value!),
    };

    private static FailPoints? Failing(LoggerFactory logs)
    {
        var points = FailPoints.Of(Environment.GetEnvironmentVariable(FailPoints.AtVariable), Environment.GetEnvironmentVariable(FailPoints.RecordVariable));
        if (points is null)
            return null;
        logs.CreateLogger("Alai.Host").FailPointsSet(points.Told);
        points.Begin();
        return points;
    }

    // This very program, told to be a relay; it stands beside the assembly also when tests host the factory.
    private static SandboxRelay? Relay()
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "alaid.exe" : "alaid");
        return File.Exists(program)
            ? new SandboxRelay(program, Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")))
            : null;
    }

    private static async Task SayReadyAsync(DaemonWords words, IReadOnlyList<string> problems)
    {
        if (words.Once || words.Detached)
        {
            foreach (var problem in problems)
                await Console.Out.WriteLineAsync(Problem + problem.ReplaceLineEndings(" "));
            await Console.Out.WriteLineAsync("ready");
            return;
        }

        await Console.Error.WriteLineAsync($"The factory is up in {words.Home} (pid {Environment.ProcessId}). See 'alai status'; Ctrl-C ends it.");
        foreach (var problem in problems)
            await Console.Error.WriteLineAsync(problem);
    }
}
