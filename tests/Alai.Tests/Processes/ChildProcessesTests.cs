using System.Globalization;
using Alai.Processes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alai.Tests.Processes;

public sealed class ChildProcessesTests : IDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly ChildProcesses processes = new(TimeProvider.System, NullLogger<ChildProcesses>.Instance);
    private readonly TempFolder folder = new();

    public void Dispose()
    {
        processes.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_child_gets_exactly_its_environment_and_its_directory()
    {
        var result = await processes.RunAsync(Shell("env; pwd") with { Environment = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin", ["ONE"] = "a b" } }, Never);
        Assert.True(result.Succeeded, result.Output);
        var names = result.StandardOutput.Split('\n').Where(l => l.Contains('=')).Select(l => l.Split('=')[0]).Order();
        Assert.Equal(["ALAI_CHILD", "ONE", "PATH", "PWD"], names.Where(n => n is not "_" and not "SHLVL" and not "OLDPWD"));
        Assert.Contains(folder.Path, result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arguments_arrive_as_they_are()
    {
        string[] odd = ["a b", "\"q\"", "$HOME", "", "æøå ☃", "*", "-x", "back\\slash", "new\nline"];
        var result = await processes.RunAsync(
            new ChildProcessSpec { Command = ["/usr/bin/printf", "%s|", .. odd], Directory = folder.Path }, Never);
        Assert.Equal(string.Join('|', odd) + "|", result.StandardOutput);
    }

    [Theory]
    [InlineData(DaemonsDeath.Kills, "Parent death signal: KILL")]
    [InlineData(DaemonsDeath.Ends, "Parent death signal: TERM")]
    [InlineData(DaemonsDeath.LetsFinish, "Parent death signal: [none]")]
    public async Task The_daemons_death_reaches_a_child_as_the_signal_it_asked_for(DaemonsDeath death, string told)
    {
        if (processes.LifelineGap.Length > 0)
            Assert.Skip("needs setsid and setpriv: apt-get install util-linux");
        var dumped = await processes.RunAsync(new ChildProcessSpec { Command = ["setpriv", "--dump"], Directory = folder.Path, AtDaemonsDeath = death }, Never);
        Assert.Contains(told, dumped.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_closed_or_holds_the_text()
    {
        Assert.Equal("", (await processes.RunAsync(Shell("cat"), Never)).StandardOutput);
        Assert.Equal("hei ☃", (await processes.RunAsync(Shell("cat") with { StandardInput = "hei ☃" }, Never)).StandardOutput);
        var unread = await processes.RunAsync(Shell("exit 0") with { StandardInput = new string('x', 1_000_000) }, Never);
        Assert.True(unread.Succeeded);
    }

    [Fact]
    public async Task Exit_codes_and_signals_are_told_apart()
    {
        Assert.Equal(7, (await processes.RunAsync(Shell("exit 7"), Never)).ExitCode);
        var killed = await processes.RunAsync(Shell("kill -9 $$"), Never);
        Assert.Equal(9, killed.Signal);
        Assert.Equal(ChildProcessEnd.Exited, killed.End);
    }

    [Fact]
    public async Task What_cannot_start_says_why()
    {
        var missing = await processes.RunAsync(new ChildProcessSpec { Command = ["no-such-program"], Directory = folder.Path }, Never);
        Assert.Equal(ChildProcessEnd.CouldNotStart, missing.End);
        Assert.Contains("no-such-program was not found", missing.Reason, StringComparison.Ordinal);
        var nowhere = await processes.RunAsync(Shell("true") with { Directory = folder["gone"] }, Never);
        Assert.Equal(ChildProcessEnd.CouldNotStart, nowhere.End);
        Assert.Contains("does not exist", nowhere.Reason, StringComparison.Ordinal);
        var plain = folder["plain"];
        await File.WriteAllTextAsync(plain, "text");
        Assert.Equal(ChildProcessEnd.CouldNotStart, (await processes.RunAsync(new ChildProcessSpec { Command = [plain], Directory = folder.Path }, Never)).End);
    }

    [Fact]
    public async Task Twenty_megabytes_are_bounded_counted_and_kept_whole_in_the_file()
    {
        var file = folder["whole"];
        var result = await processes.RunAsync(
            Shell("head -c 20000000 /dev/zero | tr '\\0' x; echo; echo END") with { OutputLimit = 10_000, OutputFile = file }, Never);
        Assert.Equal(20_000_005, result.OutputBytes);
        Assert.Equal(20_000_005, new FileInfo(file).Length);
        Assert.InRange(result.Output.Length, 10_000, 10_100);
        Assert.Equal(20_000_005 - 10_000, result.ElidedCharacters);
        Assert.EndsWith("END\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("[... 19990005 characters left out ...]", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_come_while_the_child_runs()
    {
        var first = new TaskCompletionSource();
        var lines = new List<OutputLine>();
        var go = folder["go"];
        var running = processes.RunAsync(
            Shell($"echo one; while [ ! -e {go} ]; do sleep 0.01; done; echo two >&2; printf three") with
            {
                OnLine = line =>
                {
                    lines.Add(line);
                    first.TrySetResult();
                },
            },
            Never);
        await first.Task.WaitAsync(Patience.Default);
        Assert.False(running.IsCompleted);
        await File.WriteAllTextAsync(go, "");
        var result = await running;
        Assert.Equal([new(false, "one"), new(true, "two"), new(false, "three")], lines.OrderBy(l => l.Text == "one" ? 0 : l.Text == "two" ? 1 : 2));
        Assert.Equal("two\n", result.StandardError);
    }

    [Fact]
    public async Task A_child_over_its_time_is_killed_though_it_ignores_the_signal()
    {
        var result = await processes.RunAsync(
            Shell("trap '' TERM INT; while :; do sleep 0.05; done") with { Timeout = TimeSpan.FromMilliseconds(200), Grace = TimeSpan.FromMilliseconds(200) }, Never);
        Assert.Equal(ChildProcessEnd.TimedOut, result.End);
        Assert.Empty(result.Survivors);
        Assert.InRange(result.Milliseconds, 300, 6000);
    }

    [Fact]
    public async Task A_frozen_child_is_ended_by_its_limit()
    {
        var result = await processes.RunAsync(
            Shell("kill -STOP $$; echo never") with { Timeout = TimeSpan.FromMilliseconds(200), Grace = TimeSpan.FromMilliseconds(100) }, Never);
        Assert.Equal(ChildProcessEnd.TimedOut, result.End);
        Assert.Empty(result.Survivors);
        Assert.DoesNotContain("never", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_child_may_clean_up()
    {
        using var cancel = new CancellationTokenSource();
        var running = processes.RunAsync(
            Shell("trap 'echo cleaned; exit 3' INT; echo ready; while :; do sleep 0.02; done") with
            {
                Polite = PoliteSignal.Interrupt,
                OnLine = line => { if (line.Text == "ready") { cancel.Cancel(); } },
            },
            cancel.Token);
        var result = await running.WaitAsync(Patience.Default);
        Assert.Equal(ChildProcessEnd.Cancelled, result.End);
        Assert.Contains("cleaned", result.Output, StringComparison.Ordinal);
        Assert.Equal(3, result.ExitCode);
    }

    [Fact]
    public async Task A_twice_forked_grandchild_in_its_own_session_dies_with_the_run()
    {
        var result = await processes.RunAsync(
            Shell("( setsid sh -c 'setsid sleep 300 & echo $! > pid; sleep 300' & ) ; while [ ! -s pid ]; do sleep 0.01; done; echo done"), Never);
        Assert.True(result.Succeeded, result.Output);
        Assert.Empty(result.Survivors);
        Assert.False(Runs(int.Parse(await File.ReadAllTextAsync(folder["pid"]), CultureInfo.InvariantCulture)));
        Assert.InRange(result.Milliseconds, 0, 3000);
    }

    [Fact]
    public async Task Standard_output_closed_early_does_not_end_the_run()
    {
        var result = await processes.RunAsync(Shell("exec >&- 2>&-; sleep 0.1; exit 5"), Never);
        Assert.Equal(5, result.ExitCode);
    }

    [Fact]
    public async Task A_recorded_orphan_is_killed_and_a_stranger_is_not()
    {
        var reaper = new OrphanReaper(TimeProvider.System);
        var started = new TaskCompletionSource<ProcessIdentity>();
        var running = processes.RunAsync(Shell("sleep 300 & wait") with { OnStarted = started.SetResult }, Never);
        var identity = await started.Task.WaitAsync(Patience.Default);
        Assert.Equal(identity, ProcessIdentity.TryParse(identity.ToString()));
        Assert.True(reaper.IsAlive(identity));
        Assert.Equal(0, (await reaper.KillIfSameAsync(identity with { Start = identity.Start - 1 }, Never)).Found);
        Assert.Equal(0, (await reaper.KillIfSameAsync(identity with { Boot = "another" }, Never)).Found);
        Assert.True(reaper.IsAlive(identity));
        var report = await reaper.KillIfSameAsync(identity, Never);
        Assert.InRange(report.Found, 1, 4);
        Assert.Empty(report.Survivors);
        Assert.Equal(9, (await running.WaitAsync(Patience.Default)).Signal);
    }

    [Fact]
    public async Task Children_die_with_the_thread_that_started_them()
    {
        Assert.SkipWhen(processes.LifelineGap.Length > 0, "needs setpriv and setsid: apt-get install util-linux");
        var other = new ChildProcesses(TimeProvider.System, NullLogger<ChildProcesses>.Instance);
        var ready = new TaskCompletionSource();
        var running = other.RunAsync(Shell("echo ready; exec sleep 300") with { OnLine = _ => ready.TrySetResult() }, Never);
        await ready.Task.WaitAsync(Patience.Default);
        other.Dispose();
        var result = await running.WaitAsync(Patience.Default);
        Assert.Equal(9, result.Signal);
    }

    [Fact]
    public async Task Many_children_at_once_are_all_told_apart()
    {
        // The first ends while the others run: its end must not be theirs.
        var results = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => processes.RunAsync(Shell($"echo {i}"), Never)));
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"{i}\n"), results.Select(r => r.StandardOutput));
    }

    [Fact]
    public void A_line_of_the_macos_table_is_read()
    {
        var row = PsProcessTable.Parse("  501   1   501 Ss   Mon Nov 23 14:30:42 2026     my agent")!.Value;
        Assert.Equal((501, 1, 501, "my agent"), (row.Pid, row.Parent, row.Group, row.Name));
        Assert.Null(PsProcessTable.Parse("  501   1   501 Z   Mon Nov 23 14:30:42 2026     dead"));
        Assert.Null(PsProcessTable.Parse(""));
    }

    private static bool Runs(int pid) => new LinuxProcessTable().Find(pid) is not null;

    private ChildProcessSpec Shell(string script) => new()
    {
        Command = ["/bin/sh", "-c", script],
        Directory = folder.Path,
        Environment = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" },
        Timeout = Patience.Default,
    };
}
