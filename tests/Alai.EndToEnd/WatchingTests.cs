
namespace Alai.EndToEnd;

/// <summary>Watching a run that the daemon works on, and ending one of the two.</summary>
public sealed class WatchingTests
{
    [Fact]
    public async Task Ctrl_C_with_a_daemon_ends_only_the_watching()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Slow(3_000));
        var project = await Project.NewAsync(factory);
        await factory.UpAsync();

        var ran = await factory.InterruptedAsync("turn 1", "run", "Greet by name", "--project", project.Folder, "--verify", "sh test.sh");

        Assert.Equal(1, ran.Exit);
        Assert.Contains("No longer watching (interrupted by a person); the factory goes on with #1", ran.Error, StringComparison.Ordinal);
        await factory.UntilAsync(1, "held");
        Assert.Equal("needs_approval", (await HoldAsync(factory)));
    }

    [Fact]
    public async Task A_timeout_with_a_daemon_ends_the_watching_and_without_one_the_task()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Slow(600_000));
        var project = await Project.NewAsync(factory);

        var hosted = await TimedOutAsync(factory, project);
        Assert.Contains("#1 was cancelled: the time of --timeout is over", hosted.Error, StringComparison.Ordinal);
        Assert.Equal("cancelled", await factory.StateAsync(1));

        await factory.UpAsync();
        var watched = await TimedOutAsync(factory, project);
        Assert.Contains("the factory goes on with #3", watched.Error, StringComparison.Ordinal);
        Assert.Contains(await factory.StateAsync(3), new[] { "open", "running" });
        Assert.Contains("cancelled", (await factory.AlaiAsync("task", "cancel", "3")).Expect(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_is_followed_while_the_run_goes_on_and_ends_with_it()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Slow(3_000));
        var project = await Project.NewAsync(factory);
        await factory.UpAsync();
        (await factory.AlaiAsync("product", "add", project.Folder)).Expect(0);
        await factory.FileAsync("Greet by name", "--product", "greeter");

        var log = await factory.AlaiAsync("task", "log", "1", "--follow");

        Assert.True(log.Exit is 0 or 3, log.Error);
        Assert.Contains("write_file", log.Out, StringComparison.Ordinal);
        Assert.Contains("REVIEW", log.Out, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("held", await factory.StateAsync(1));
    }

    [Fact]
    public async Task Who_watches_is_told_that_the_daemon_is_gone()
    {
        await using var factory = TheFactory.New();
        var daemon = await factory.UpAsync();
        var watching = factory.Open("status", "--watch");
        using var patience = new CancellationTokenSource(TheFactory.Patience);

        // Said when it has found the daemon.
        Assert.StartsWith("Watching what is at work", await watching.StandardError.ReadLineAsync(patience.Token), StringComparison.Ordinal);
        await TheFactory.KillAsync(daemon);

        Assert.Equal("The daemon is gone. This waits for the next one: alai up", await watching.StandardOutput.ReadLineAsync(patience.Token));
    }

    [Fact]
    public async Task On_a_terminal_a_spinner_turns_and_leaves_no_trace()
    {
        Needs.Sandbox();
        if (!File.Exists("/usr/bin/script"))
            Assert.Skip("needs script: apt-get install bsdutils");
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Slow(1_500));
        var project = await Project.NewAsync(factory);

        var ran = await factory.RunAsync(
            "/usr/bin/script", ["-qec", $"'{TheFactory.Alai}' run 'Greet by name' --project '{project.Folder}' --verify 'sh test.sh'", "/dev/null"], "");

        Assert.Equal(0, ran.Exit);
        Assert.Contains("⠋", ran.Out, StringComparison.Ordinal);
        Assert.Contains("BUILD · ", ran.Out, StringComparison.Ordinal);
        Assert.Contains("PROVED", ran.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("⠋", ran.Out[ran.Out.LastIndexOf("\e[2K", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_termination_signal_gives_the_run_back_and_the_next_daemon_ends_it()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(
            factory, Scripts.Agent(Scripts.Run("[ -f ../go ] || sleep 84201"), Scripts.Write("greet.sh", Project.Polite), Scripts.Finish("it greets by name")));
        var project = await Project.NewAsync(factory);
        var daemon = await factory.UpAsync();
        (await factory.AlaiAsync("product", "add", project.Folder)).Expect(0);
        await factory.FileAsync("Greet by name", "--product", "greeter");
        await UntilSleepingAsync(true);

        (await factory.RunAsync("kill", ["-TERM", $"{daemon.Id}"], "")).Expect(0);
        using var patience = new CancellationTokenSource(TheFactory.Patience);
        await daemon.WaitForExitAsync(patience.Token);

        Assert.Equal(0, daemon.ExitCode);
        await UntilSleepingAsync(false);
        var task = (await factory.AlaiAsync("task", "show", "1", "--json")).Expect(0).Json;
        Assert.Equal("open", task.GetProperty("task").GetProperty("state").GetString());
        Assert.Equal("given_back", task.GetProperty("runs")[0].GetProperty("outcome").GetString());
        Assert.Equal(0, task.GetProperty("stages")[0].GetProperty("attempts").GetInt32());
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(factory.Home, "data", "workspaces")));
    }

    [Fact]
    public async Task Up_in_a_terminal_shows_the_stages_as_they_pass_and_ends_with_ctrl_c()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Slow(1_500));
        var project = await Project.NewAsync(factory);
        (await factory.AlaiAsync("product", "add", project.Folder)).Expect(0);
        await factory.FileAsync("Greet by name", "--product", "greeter");

        var up = await factory.InterruptedAsync("BUILD ✓", "up");

        Assert.True(up.Exit == 0, up.Out + up.Error);
        Assert.Contains("#1 BUILD ▸", up.Out, StringComparison.Ordinal);
        Assert.Contains("Greet by name", up.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(factory.Home, "data", "alaid.json")), "the daemon lives on");
    }

    [Fact]
    public async Task Three_rejections_end_in_the_inbox_with_all_that_a_person_needs()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Scripts.Of(
        [
            new
            {
                when = new { tools = true },
                by_use = true,
                answers = new[] { "", "# better\n", "# best\n" }.SelectMany(more => new[] { Scripts.Write("greet.sh", Project.Polite + more), Scripts.Finish("done") }),
            },
            Scripts.Rule(new { system = "against its acceptance criteria" }, [Scripts.Rejection("the name is not quoted")]),
        ]));
        var project = await Project.NewAsync(factory);

        var ran = (await factory.AlaiAsync("run", "Greet by name", "--project", project.Folder, "--verify", "sh test.sh")).Expect(3);

        Assert.Contains("rejects after 2 of 2 rounds", ran.Out, StringComparison.Ordinal);
        var drawn = (await factory.AlaiAsync("pipeline", "show", "1")).Expect(0).Out;
        foreach (var words in new[] { "BUILD ✓  REVIEW ✗  BUILD ✓  REVIEW ✗  BUILD ✓  REVIEW ✗", "3 rounds", "the name is not quoted", "sh test.sh" })
            Assert.Contains(words, drawn, StringComparison.Ordinal);
        var inbox = (await factory.AlaiAsync("inbox")).Expect(0).Out;
        Assert.Contains("rounds exhausted", inbox, StringComparison.Ordinal);
        Assert.Contains("the name is not quoted", inbox, StringComparison.Ordinal);
        Assert.Equal("#!/bin/sh\necho hello\n", await File.ReadAllTextAsync(Path.Combine(project.Folder, "greet.sh")));
    }

    // On a slow machine a short time is over before the task is filed: it says so, and nothing was filed.
    private static async Task<Ran> TimedOutAsync(TheFactory factory, Project project)
    {
        for (var seconds = 6; ; seconds *= 2)
        {
            var ran = (await factory.AlaiAsync("run", "Greet by name", "--project", project.Folder, "--verify", "sh test.sh", "--timeout", $"{seconds}")).Expect(1);
            if (!ran.Error.Contains("Nothing was filed: the time of --timeout is over", StringComparison.Ordinal))
                return ran;
        }
    }

    // A model that thinks for a while before it is done.
    private static string Slow(int milliseconds) => Scripts.Agent(
        Scripts.Write("greet.sh", Project.Polite), Scripts.Write("tests/test_name.sh", Project.PoliteTest), Scripts.Call("finish", new { summary = "it greets by name" }, milliseconds));

    private static async Task<string?> HoldAsync(TheFactory factory) =>
        (await factory.AlaiAsync("task", "show", "1", "--json")).Expect(0).Json.GetProperty("task").GetProperty("hold").GetProperty("code").GetString();

    private static Task UntilSleepingAsync(bool wanted) =>
        Eventually.HoldsAsync(() => Sleeping() == wanted, () => wanted ? "the command never started" : "the command lives on");

    private static bool Sleeping() => Commands.Running().Any(line => line.StartsWith("sleep 84201", StringComparison.Ordinal));
}
