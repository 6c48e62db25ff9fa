using System.Reflection;
using Alai.Client;
using Alai.Host.Api;
using Alai.Orchestration;

namespace Alai.Host;

/// <summary>A factory and the socket it answers on.</summary>
internal sealed class Daemon : IAsyncDisposable
{
    private static readonly TimeSpan DrainPatience = TimeSpan.FromSeconds(5);

    // Who has connected before the socket's name was gone gets an answer still.
    private static readonly TimeSpan LastCall = TimeSpan.FromMilliseconds(60);
    private readonly DaemonWords words;
    private readonly CancellationTokenSource stop;
    private readonly ILogger log;
    private WebApplication? web;

    public Daemon(Factory factory, DaemonWords words, CancellationTokenSource stop, ILogger log)
    {
        Factory = factory;
        this.words = words;
        this.stop = stop;
        this.log = log;
        StartedAt = TimeProvider.System.GetUtcNow();
    }

    public static string Version { get; } =
        typeof(Daemon).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public Factory Factory { get; }

    public string Home => words.Home;

    public string Mode => words.Once ? "once" : "up";

    public DateTimeOffset StartedAt { get; }

    public TimeProvider Time => TimeProvider.System;

    public ILogger Log => log;

    /// <summary>Cancelled when the daemon ends: every stream listens to it, else it would hold the end up.</summary>
    public CancellationToken Stopping => stop.Token;

    private string SocketPath => HomeSocket.PathFor(words.Home);

    /// <summary>Begins to answer.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        File.Delete(SocketPath);
        web = Build();
        ApiRoutes.Map(web, this);
        await web.StartAsync(cancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(SocketPath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        new DaemonIdentity(Environment.ProcessId, Mode, StartedAt, Version).Write(words.Home);
        log.Listening(SocketPath, Mode, Version);
    }

    /// <summary>Asks it to end.</summary>
    public void Stop() => stop.Cancel();

    /// <summary>Until it shall end.</summary>
    public async Task WaitAsync()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stop.Token.Register(() => ended.TrySetResult());
        await ended.Task;
    }

    public async ValueTask DisposeAsync()
    {
        log.Stopping(Mode);
        File.Delete(SocketPath);
        if (web is not null)
        {
            await Task.Delay(LastCall, CancellationToken.None);
            using var patience = new CancellationTokenSource(DrainPatience);
            await web.StopAsync(patience.Token);
            await web.DisposeAsync();
        }

        await Factory.DisposeAsync();
        DaemonIdentity.Remove(words.Home);
        log.Stopped();
    }

    private WebApplication Build()
    {
        // Empty: no settings files, no watcher of them, no console logger. The content root is never the working directory.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = FactoryClient.LargestRequest;
            kestrel.ListenUnixSocket(SocketPath);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = DrainPatience);
        return builder.Build();
    }

    /// <summary>Signals are the process's business (<see cref="StopSignals"/>), not the web server's.</summary>
    private sealed class SilentLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
