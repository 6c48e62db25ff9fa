using System.Diagnostics;

namespace Alai.EndToEnd;

/// <summary>The daemon: one a home, killed and started again, ended politely.</summary>
public sealed class DaemonTests
{
    [Fact]
    public async Task A_second_daemon_on_the_same_home_ends_with_a_clear_message()
    {
        await using var factory = TheFactory.New();
        var first = await factory.UpAsync();

        var second = (await factory.AlaiAsync("up")).Expect(1);

        Assert.Contains($"pid {first.Id}", second.Error, StringComparison.Ordinal);
        Assert.Contains("alai down", second.Error, StringComparison.Ordinal);
        (await factory.AlaiAsync("task", "add", "Still works")).Expect(0);
    }

    [Fact]
    public async Task A_killed_daemon_loses_nothing_and_starts_again()
    {
        await using var factory = TheFactory.New();
        var daemon = await factory.UpAsync();
        (await factory.AlaiAsync("halt", "while testing")).Expect(0);
        var id = await factory.FileAsync("Survive");

        await TheFactory.KillAsync(daemon);

        // Its socket is still there; nobody listens on it.
        Assert.Equal("open", await factory.StateAsync(id));
        await factory.UpAsync();
        var status = (await factory.AlaiAsync("status", "--json")).Json;
        Assert.True(status.GetProperty("halt").GetProperty("halted").GetBoolean());
        Assert.Equal("while testing", status.GetProperty("halt").GetProperty("reason").GetString());
        Assert.Equal("open", await factory.StateAsync(id));
    }

    [Fact]
    public async Task A_frozen_daemon_is_not_taken_for_dead()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("needs kill -STOP");
        await using var factory = TheFactory.New();
        var daemon = await factory.UpAsync();
        var id = await factory.FileAsync("Survive the frost");
        await SignalAsync(daemon, "-STOP");

        var second = (await factory.AlaiAsync("up")).Expect(1);

        Assert.Contains($"pid {daemon.Id}", second.Error, StringComparison.Ordinal);
        foreach (var words in new[] { "status", "task list", "task add Later", "down" })
        {
            var silent = (await factory.AlaiAsync(words.Split(' '))).Expect(1);
            Assert.Contains($"The daemon (pid {daemon.Id}) does not answer", silent.Error, StringComparison.Ordinal);
            Assert.Contains($"kill -CONT {daemon.Id}", silent.Error, StringComparison.Ordinal);
        }

        await SignalAsync(daemon, "-CONT");

        // What was asked of it meanwhile, and given up, is not done behind the asker's back.
        Assert.Equal(id + 2, await factory.FileAsync("Go on as before"));
    }

    private static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", [signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    [Fact]
    public async Task Asked_to_end_before_it_was_up_it_ends_without_a_word()
    {
        await using var factory = TheFactory.New();

        // Its standard input is closed as soon as it looks.
        var ran = await factory.RunAsync(TheFactory.Alaid, ["once", "--home", factory.Home, "--scheduler"], "");

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        (await factory.AlaiAsync("task", "list")).Expect(0);
    }

    [Fact]
    public async Task Down_ends_it_even_while_somebody_follows_the_log()
    {
        await using var factory = TheFactory.New();
        var daemon = await factory.UpAsync();
        var following = factory.AlaiAsync("logs", "--follow");

        var began = Stopwatch.GetTimestamp();
        (await factory.AlaiAsync("down")).Expect(0);
        using var patience = new CancellationTokenSource(TheFactory.Patience);
        await daemon.WaitForExitAsync(patience.Token);

        Assert.Equal(0, daemon.ExitCode);
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 20);
        Assert.Equal(4, (await following).Exit);
        (await factory.AlaiAsync("down")).Expect(4);
    }

    [Fact]
    public async Task A_detached_daemon_answers_at_once_and_stays()
    {
        await using var factory = TheFactory.New();

        (await factory.AlaiAsync("up", "--detach")).Expect(0);

        Assert.Equal("up", (await factory.AlaiAsync("status", "--json")).Json.GetProperty("mode").GetString());
        Assert.Contains("Listening", (await factory.AlaiAsync("logs")).Expect(0).Out, StringComparison.Ordinal);
        (await factory.AlaiAsync("down")).Expect(0);
    }

    [Fact]
    public async Task The_socket_and_its_folder_are_the_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("modes are a matter of Unix");
            return;
        }

        await using var factory = TheFactory.New();
        await factory.UpAsync();
        var data = Path.Combine(factory.Home, "data");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(data, "alai.sock")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(data));
    }
}
