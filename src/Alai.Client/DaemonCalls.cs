using Alai.Client.Requests;
using Alai.Client.Views;

namespace Alai.Client;

/// <summary>Calls about the daemon itself.</summary>
public sealed class DaemonCalls
{
    private readonly FactoryClient client;

    internal DaemonCalls(FactoryClient client) => this.client = client;

    /// <summary>One screen about everything.</summary>
    public Task<Reply<StatusView>> StatusAsync(CancellationToken cancellationToken) =>
        client.GetAsync("v1/status", WireJson.Default.StatusView, cancellationToken);

    /// <summary>Checks everything the factory needs.</summary>
    public Task<Reply<DoctorView>> DoctorAsync(CancellationToken cancellationToken) =>
        client.GetAsync("v1/doctor", WireJson.Default.DoctorView, cancellationToken);

    /// <summary>Writes what a new home needs; leaves what is there.</summary>
    public Task<Reply<SaidView>> InitAsync(CancellationToken cancellationToken) =>
        client.PostAsync("v1/init", Nothing, WireJson.Default.SaidView, cancellationToken);

    /// <summary>Stops dispatch at once; survives restarts.</summary>
    public Task<Reply<HaltView>> HaltAsync(string reason, CancellationToken cancellationToken) =>
        client.PostAsync("v1/halt", Because(reason), WireJson.Default.HaltView, cancellationToken);

    /// <summary>Starts dispatch again.</summary>
    public Task<Reply<HaltView>> ResumeAsync(string reason, CancellationToken cancellationToken) =>
        client.PostAsync("v1/resume", Because(reason), WireJson.Default.HaltView, cancellationToken);

    /// <summary>Asks the daemon to end; it answers before it does.</summary>
    public Task<Reply<SaidView>> ShutdownAsync(CancellationToken cancellationToken) =>
        client.PostAsync("v1/shutdown", Nothing, WireJson.Default.SaidView, cancellationToken);

    /// <summary>The last lines of the log.</summary>
    public Task<Reply<LogView>> LogTailAsync(int lines, CancellationToken cancellationToken) =>
        client.GetAsync($"v1/logs?lines={lines}", WireJson.Default.LogView, cancellationToken);

    /// <summary>What came into the log after a place.</summary>
    public Task<Reply<LogView>> LogAfterAsync(long place, CancellationToken cancellationToken) =>
        client.GetAsync($"v1/logs?after={place}", WireJson.Default.LogView, cancellationToken);

    private static Sent<HaltWords> Nothing => Because("");

    private static Sent<HaltWords> Because(string reason) => new(new HaltWords { Reason = reason }, WireJson.Default.HaltWords);
}
