using System.Diagnostics;
using Alai.Processes;
using Alai.Sandbox;
using Alai.Tests.Processes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alai.Tests.Sandbox;

public sealed class SandboxTests : IDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly ChildProcesses processes = new(TimeProvider.System, NullLogger<ChildProcesses>.Instance);
    private readonly TempFolder folder = new();
    private readonly SandboxMachine machine;

    public SandboxTests() => machine = new SandboxMachine(
        Environment.GetEnvironmentVariable("HOME")!, Environment.GetEnvironmentVariable("PATH")!, folder["state"]) { Relay = Orchestration.PipelineHarness.Relay };

    // A home of our own for the self-test's canary: other tests try the real one at the same time.
    private SandboxMachine Alone() => machine with { UserHome = Directory.CreateDirectory(folder["home"]).FullName };

    public void Dispose()
    {
        processes.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_self_test_finds_bubblewrap_good()
    {
        var alone = Alone();
        var report = await new SandboxSelfTest(Bubblewrap(), processes, alone).RunAsync(Never);
        Assert.All(report.Checks, check => Assert.True(check.Passed, check.ToString()));
        Assert.Equal(SandboxLevel.S2, report.Level);
        Assert.Equal("", report.Fix);
        Assert.True(report.Checks.Count(check => check.IsForbidden) >= 13);
        Assert.True(report.HasDoor);
        Assert.Equal("refused", report.Checks.Single(c => c.Name == "connect to this machine").Seen);
        Assert.Empty(Directory.EnumerateFiles(alone.UserHome, ".alai-canary-*"));
    }

    [Fact]
    public async Task The_self_test_sees_through_a_sandbox_that_isolates_nothing()
    {
        var report = await new SandboxSelfTest(new Boasting(new NoSandbox(processes, machine)), processes, machine).RunAsync(Never);
        Assert.Equal(SandboxLevel.S0, report.Level);
        foreach (var name in new[] { "write outside", "write through a link", "write git metadata", "read a secret in the home", "connect to this machine", "signal another process", "see another process", "reach another socket", "reach this machine past its door", "send a datagram past its door" })
            Assert.False(report.Checks.Single(check => check.Name == name).Passed, name);
        Assert.Contains("write outside", report.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_sandbox_is_S0_without_a_test()
    {
        var report = await new SandboxSelfTest(new SandboxPicker(processes, machine).Unsandboxed(), processes, machine).RunAsync(Never);
        Assert.Equal((SandboxLevel.S0, "none"), (report.Level, report.Backend));
    }

    [Fact]
    public async Task A_sandbox_that_cannot_start_names_the_fix()
    {
        var report = await new SandboxSelfTest(new BubblewrapSandbox(processes, machine, "no-such-bwrap"), processes, machine).RunAsync(Never);
        Assert.Equal(SandboxLevel.S0, report.Level);
        Assert.Contains("not found", report.Checks[0].Seen, StringComparison.Ordinal);
        Assert.Contains("AppArmor", SandboxAdvice.For("bwrap: setting up uid map: Permission denied"), StringComparison.Ordinal);
        Assert.Contains("seccomp", SandboxAdvice.For("bwrap: No permissions to create new namespace"), StringComparison.Ordinal);
        Assert.Contains("apt-get install bubblewrap", SandboxAdvice.Missing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_kept_until_the_profile_changes()
    {
        var cache = new SandboxReportCache(machine, TimeProvider.System);
        var sandbox = Bubblewrap();
        var first = await cache.GetAsync(sandbox, processes, Never);
        var clock = Stopwatch.StartNew();
        var second = await cache.GetAsync(sandbox, processes, Never);
        Assert.Equal(first.Checks, second.Checks);
        Assert.True(clock.ElapsedMilliseconds < 300, $"{clock.ElapsedMilliseconds} ms");
        var other = new BubblewrapSandbox(processes, machine with { SearchPath = "/usr/bin" });
        Assert.NotEqual(cache.Key(sandbox), cache.Key(other));
    }

    [Fact]
    public async Task A_read_only_workspace_cannot_be_written()
    {
        var result = await Bubblewrap().RunAsync(Spec("cat given && echo x > made") with { IsWorkspaceReadOnly = true }, Never);
        Assert.Contains("text", result.StandardOutput, StringComparison.Ordinal);
        Assert.NotEqual(0, result.ExitCode);
        Assert.False(File.Exists(folder["work/made"]));
    }

    [Fact]
    public async Task Further_roots_are_read_or_written_as_told()
    {
        var spec = Spec("echo x > $RW/made; echo x > $RO/made; cat $RO/given");
        Directory.CreateDirectory(folder["ro"]);
        Directory.CreateDirectory(folder["rw"]);
        await File.WriteAllTextAsync(folder["ro/given"], "cached");
        var result = await Bubblewrap().RunAsync(
            spec with
            {
                ReadOnlyRoots = [folder["ro"]],
                WritableRoots = [folder["rw"]],
                Environment = new Dictionary<string, string> { ["RO"] = folder["ro"], ["RW"] = folder["rw"] },
            },
            Never);
        Assert.Equal("cached", result.StandardOutput);
        Assert.True(File.Exists(folder["rw/made"]));
        Assert.False(File.Exists(folder["ro/made"]));
    }

    [Fact]
    public async Task Secrets_of_the_home_are_not_there_and_toolchains_are()
    {
        var result = await Bubblewrap().RunAsync(
            Spec($"ls -A {machine.UserHome} | grep -c -E '^\\.(ssh|config|gitconfig|npmrc|claude|bashrc)$'; for t in git sh node python3 cargo dotnet; do $t --version >/dev/null 2>&1 && echo has-$t; done; id -u; env | grep -c SECRET"), Never);
        var lines = result.StandardOutput.Split('\n');
        Assert.Equal("0", lines[0]);
        foreach (var tool in new[] { "git", "node", "python3", "cargo", "dotnet" })
        {
            if (ExecutablePath.Find(tool, machine.SearchPath, "/") is not null)
                Assert.Contains("has-" + tool, lines);
        }

        Assert.Contains("1000", lines);
    }

    [Fact]
    public async Task One_socket_can_be_reached_and_nothing_else()
    {
        Assert.SkipWhen(ExecutablePath.Find("python3", "/usr/bin", "/") is null, "needs python3: apt-get install python3");
        Spec("true");
        var path = folder["model.sock"];
        using var listener = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified);
        listener.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(path));
        listener.Listen();
        var accepting = listener.AcceptAsync();
        var result = await Bubblewrap().RunAsync(
            Spec($"/usr/bin/python3 -c \"import socket; s=socket.socket(socket.AF_UNIX); s.connect('{path}'); print('connected')\"") with { Network = SandboxNetwork.To(path) }, Never);
        Assert.True(result.Succeeded, result.Output);
        using var accepted = await accepting.WaitAsync(Patience.Default);
        Assert.Contains("connected", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_reaches_its_door_by_tcp_and_keeps_its_streams_and_exit_code()
    {
        Assert.SkipWhen(ExecutablePath.Find("curl", "/usr/bin", "/") is null, "needs curl: apt-get install curl");
        Spec("true");
        var path = folder["door.sock"];
        var listener = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified);
        listener.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(path));
        listener.Listen();
        var serving = ServeAsync(listener);
        var result = await Bubblewrap().RunAsync(
            Spec("cat; curl -s http://127.0.0.1:7001/ | wc -c; exit 7") with { Network = SandboxNetwork.Through(path, 7001), StandardInput = "said first\n" }, Never);
        await serving;
        Assert.Equal((7, "said first\n300000"), (result.ExitCode, result.StandardOutput.Trim()));
    }

    [Fact]
    public async Task Without_a_relay_a_door_is_refused_in_words()
    {
        Spec("true");
        var sandbox = new SandboxPicker(processes, machine with { Relay = new SandboxRelay(folder["no-such-program"], "") }).Pick() ?? Skip();
        var result = await sandbox.RunAsync(Spec("echo ran") with { Network = SandboxNetwork.Through(folder["work/given"], 7001) }, Never);
        Assert.Equal(RelayedCommand.NoRelay, result.ExitCode);
        Assert.Contains("relay", result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("ran", result.StandardOutput, StringComparison.Ordinal);
    }

    private static async Task ServeAsync(System.Net.Sockets.Socket listener)
    {
        using var ended = listener;
        using var caller = await listener.AcceptAsync();
        await caller.ReceiveAsync(new byte[1000]);
        await caller.SendAsync(System.Text.Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 300000\r\nConnection: close\r\n\r\n"));
        await caller.SendAsync(new byte[300000]);
    }

    [Fact]
    public async Task Limits_are_kept()
    {
        var result = await Bubblewrap().RunAsync(
            Spec("head -c 5000000 /dev/zero > big; wc -c < big; ulimit -t") with { Limits = new SandboxLimits { FileBytes = 1_000_000, CpuSeconds = 7 } }, Never);
        Assert.Contains("1000000", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("7", result.StandardOutput.Split('\n'));

        // The kernel exempts root from the limit on processes, inside a user namespace too.
        if (Environment.UserName == "root")
            return;
        var forks = await Bubblewrap().RunAsync(
            Spec("i=0; while [ $i -lt 60 ]; do sleep 5 & i=$((i+1)); done; echo all") with { Limits = new SandboxLimits { Processes = 20 } }, Never);
        Assert.DoesNotContain("all", forks.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_sandbox_leaves_nothing_and_lets_the_command_clean_up()
    {
        using var cancel = new CancellationTokenSource();
        var result = await Bubblewrap().RunAsync(
            Spec("trap 'echo cleaned; exit 0' TERM; (setsid sleep 300 &); echo ready; while :; do sleep 0.02; done") with
            {
                OnLine = line => { if (line.Text == "ready") { cancel.Cancel(); } },
            },
            cancel.Token).WaitAsync(Patience.Default);
        Assert.Equal(ChildProcessEnd.Cancelled, result.End);
        Assert.Contains("cleaned", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Survivors);
        Assert.InRange(result.Milliseconds, 0, 6000);
    }

    [Fact]
    public async Task The_sandbox_adds_at_most_sixty_milliseconds()
    {
        var sandbox = Bubblewrap();
        var spec = Spec("exit 0");
        var times = new List<long>();
        for (var i = 0; i < 9; i++)
            times.Add((await sandbox.RunAsync(spec, Never)).Milliseconds);
        times.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine("sandbox ms: " + string.Join(' ', times));

        // The best of nine: the machine of the tests is shared, what others take is not ours.
        Assert.True(times[0] <= 60, string.Join(' ', times));
    }

    [Fact]
    public async Task The_seatbelt_profile_is_what_was_reviewed()
    {
        var spec = new SandboxSpec
        {
            Command = ["true"],
            Workspace = "/Users/anna/.alai/data/workspaces/1-2",
            ReadOnlyRoots = ["/Users/anna/.alai/data/cache/x"],
            Network = SandboxNetwork.To("/tmp/a \"b\".sock"),
        };
        var text = SeatbeltProfile.Text(spec, new SandboxMachine("/Users/anna", "/usr/bin", "/state"), "/state/scratch");
        Assert.StartsWith("(version 1)\n(deny default)\n", text, StringComparison.Ordinal);
        Assert.Contains("(allow file-read* file-write* (subpath \"/Users/anna/.alai/data/workspaces/1-2\"))\n(deny file-write* (subpath \"/Users/anna/.alai/data/workspaces/1-2/.git\"))", text, StringComparison.Ordinal);
        Assert.Contains("(allow network-outbound (literal \"/tmp/a \\\"b\\\".sock\"))", text, StringComparison.Ordinal);
        Assert.DoesNotContain("(allow network*)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("(subpath \"/Users/anna\")", text, StringComparison.Ordinal);
        var golden = Path.Combine(AppContext.BaseDirectory, "Golden", "Sandbox", "seatbelt.sb");
        await File.WriteAllTextAsync(golden + ".seen", text);
        Assert.Equal(await File.ReadAllTextAsync(golden), text);
    }

    private ISandbox Bubblewrap() =>
        new SandboxPicker(processes, machine).Pick() ?? Skip();

    private static ISandbox Skip()
    {
        Assert.Skip("needs bubblewrap: apt-get install bubblewrap");
        throw new InvalidOperationException();
    }

    private SandboxSpec Spec(string script)
    {
        Directory.CreateDirectory(folder["work"]);
        File.WriteAllText(folder["work/given"], "text");
        return new SandboxSpec { Command = ["/bin/sh", "-c", script], Workspace = folder["work"], Timeout = Patience.Default };
    }

    private sealed class Boasting(ISandbox inner) : ISandbox
    {
        public string Name => "boasting";

        public SandboxLevel Ceiling => SandboxLevel.S3;

        public IReadOnlyList<string> Wrap(SandboxSpec spec) =>
            ["/usr/bin/env", .. spec.Environment.Select(p => $"{p.Key}={p.Value}"), .. inner.Wrap(spec)];

        public Task<ChildProcessResult> RunAsync(SandboxSpec spec, CancellationToken cancellationToken) => inner.RunAsync(spec, cancellationToken);
    }
}
