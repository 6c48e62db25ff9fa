using System.Net;
using System.Net.Sockets;
using Alai.Processes;

namespace Alai.Sandbox;

/// <summary>What the self-test attacks: a workspace, a folder outside, a secret in the home, a listener, a process.</summary>
internal sealed class SelfTestGround : IAsyncDisposable
{
    private readonly string folder;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly TaskCompletionSource<int> victimPid = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string word = "alai-victim-" + Guid.NewGuid().ToString("N");
    private Task<ChildProcessResult>? victim;

    internal SelfTestGround(SandboxMachine machine)
    {
        var nonce = Guid.NewGuid().ToString("N");
        folder = Path.Combine(machine.StateFolder, "selftest-" + nonce);
        Workspace = Directory.CreateDirectory(Path.Combine(folder, "workspace")).FullName;
        Outside = Directory.CreateDirectory(Path.Combine(folder, "outside")).FullName;
        Directory.CreateDirectory(Path.Combine(Workspace, ".git", "hooks"));
        File.WriteAllText(Path.Combine(Workspace, "input"), nonce);
        File.WriteAllText(Path.Combine(Outside, "linked"), "before");
        File.CreateSymbolicLink(Path.Combine(Workspace, "link"), Path.Combine(Outside, "linked"));
        Canary = Path.Combine(machine.UserHome, ".alai-canary-" + nonce);
        Secret = "canary-" + Guid.NewGuid().ToString("N");
        File.WriteAllText(Canary, Secret);
        listener.Start();
    }

    internal string Workspace { get; }

    internal string Outside { get; }

    internal string Canary { get; }

    internal string Secret { get; }

    internal bool WasConnected => listener.Pending();

    internal bool IsVictimAlive => victim is { IsCompleted: false };

    internal async Task<SandboxSpec> SpecAsync(ChildProcesses processes, string script, CancellationToken cancellationToken)
    {
        if (victim is null)
        {
            victim = processes.RunAsync(
                new ChildProcessSpec
                {
                    Command = ["/bin/sh", "-c", "sleep 60; : " + word],
                    Directory = Outside,
                    OnStarted = identity => victimPid.TrySetResult(identity.Pid),
                    Grace = TimeSpan.Zero,
                },
                ending.Token);
            _ = victim.ContinueWith(_ => victimPid.TrySetResult(0), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        var pid = await victimPid.Task.WaitAsync(cancellationToken);
        return new SandboxSpec
        {
            Command = ["/bin/sh", "-c", script],
            Workspace = Workspace,
            Timeout = TimeSpan.FromSeconds(20),
            Environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["PROBE_WORKSPACE"] = Workspace,
                ["PROBE_OUTSIDE"] = Outside,
                ["PROBE_CANARY"] = Canary,
                ["PROBE_INPUT"] = File.ReadAllText(Path.Combine(Workspace, "input")),
                ["PROBE_PORT"] = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["PROBE_VICTIM"] = pid.ToString(System.Globalization.CultureInfo.InvariantCulture),

                // A pattern that matches the victim's command line and not the searcher's.
                ["PROBE_VICTIM_PATTERN"] = "[a]" + word[1..],
            },
        };
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        if (victim is not null)
            await victim;
        ending.Dispose();
        listener.Dispose();
        File.Delete(Canary);
        Directory.Delete(folder, recursive: true);
    }
}
