using Alai.Processes;

namespace Alai.Sandbox;

/// <summary>
/// Decides what a sandbox is worth by trying what must not work, and what must. Each forbidden act is also tried without
/// the sandbox: an act that fails there too proves nothing, and the check says so.
/// </summary>
public sealed class SandboxSelfTest(ISandbox sandbox, ChildProcesses processes, SandboxMachine machine)
{
    private static readonly string[] OnlyWithNamespaces = ["see another process", "outlive its parent"];
    private static readonly string[] Reach =
    [
        "connect to this machine", "see network interfaces", "reach another socket", "reach this machine past its door",
        "send a datagram past its door",
    ];

    /// <summary>Tries everything; about a second.</summary>
    public async Task<SandboxReport> RunAsync(CancellationToken cancellationToken)
    {
        if (sandbox.Ceiling == SandboxLevel.S0)
            return new SandboxReport(sandbox.Name, SandboxLevel.S0, [], "nothing isolates the runs of this backend; " + SandboxAdvice.Missing);
        Directory.CreateDirectory(machine.StateFolder);
        await using var controlGround = new SelfTestGround(machine);
        await using var ground = new SelfTestGround(machine);
        var outliving = OutliveAsync(cancellationToken);
        var control = await new NoSandbox(processes, machine)
            .RunAsync(await controlGround.SpecAsync(processes, SandboxProbe.Acts, cancellationToken), cancellationToken);
        var inside = await sandbox.RunAsync(await ground.SpecAsync(processes, SandboxProbe.Acts, cancellationToken), cancellationToken);
        var outlived = await outliving;
        if (inside.End == ChildProcessEnd.CouldNotStart || !inside.StandardOutput.Contains("read_workspace=", StringComparison.Ordinal))
        {
            var words = (inside.Reason + " " + inside.StandardError).Trim();
            return new SandboxReport(sandbox.Name, SandboxLevel.S0, [new("start at all", false, "starts", words, false)], SandboxAdvice.For(words));
        }

        var checks = new SandboxChecks(Words(inside), Words(control)).Of(ground, controlGround, outlived);
        if (machine.Relay is not null)
            checks = [.. checks, .. await new DoorTest(sandbox, processes, machine).RunAsync(cancellationToken)];
        var level = Level(checks);
        return new SandboxReport(sandbox.Name, level, checks, checks.All(check => check.Passed) ? "" : Fix(checks));
    }

    private SandboxLevel Level(IReadOnlyList<SandboxCheck> checks)
    {
        var failed = checks.Where(check => !check.Passed).Select(check => check.Name).ToHashSet(StringComparer.Ordinal);

        // A door that does not open keeps work out, not in: what needs one is held and says so.
        failed.Remove(DoorTest.Reaches);
        if (sandbox is SeatbeltSandbox)
            failed.ExceptWith(OnlyWithNamespaces);
        if (failed.Count == 0)
            return sandbox.Ceiling;
        return failed.IsSubsetOf(Reach) ? SandboxLevel.S1 : SandboxLevel.S0;
    }

    private static string Fix(IReadOnlyList<SandboxCheck> checks) =>
        "the sandbox does not hold here: " + string.Join("; ", checks.Where(check => !check.Passed).Select(check => $"{check.Name}: {check.Seen}"));

    private static Dictionary<string, string> Words(ChildProcessResult result) => result.StandardOutput
        .Split('\n')
        .Select(line => line.Split('=', 2))
        .Where(pair => pair.Length == 2)
        .GroupBy(pair => pair[0], StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Last()[1], StringComparer.Ordinal);

    private async Task<string> OutliveAsync(CancellationToken cancellationToken)
    {
        await using var ground = new SelfTestGround(machine);
        var command = sandbox.Wrap(await ground.SpecAsync(processes, SandboxProbe.Beats, cancellationToken));
        var result = await processes.RunAsync(
            new ChildProcessSpec
            {
                Command = ["/bin/sh", "-c", SandboxProbe.KillParent, "kill-parent", Path.Combine(ground.Workspace, "beats"), .. command],
                Directory = ground.Workspace,
                Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = machine.SearchPath + ":/usr/bin:/bin" },
                Timeout = TimeSpan.FromSeconds(20),
            },
            cancellationToken);
        return result.StandardOutput.Trim();
    }
}
