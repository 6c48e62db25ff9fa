namespace Alai.EndToEnd;

/// <summary><c>alai run</c> on a person's own project, against a scripted model, without a daemon and with one.</summary>
public sealed class RunTests
{
    private static readonly string Good = Scripts.Agent(
        Scripts.Write("greet.sh", Project.Polite), Scripts.Write("tests/test_name.sh", Project.PoliteTest), Scripts.Run("sh test.sh"), Scripts.Finish("it greets by name"));

    [Fact]
    public async Task A_change_is_made_proved_shown_and_landed()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Good);
        var project = await Project.NewAsync(factory);

        var ran = (await factory.AlaiAsync("run", "Greet by name", "--project", project.Folder, "--verify", "sh test.sh")).Expect(0);

        Assert.Contains("PROVED", ran.Out, StringComparison.Ordinal);
        Assert.Contains("sh test.sh: exit code 0", ran.Out, StringComparison.Ordinal);
        Assert.Contains("alai inbox approve 1", ran.Out, StringComparison.Ordinal);
        Assert.Contains("greet.sh", ran.Out, StringComparison.Ordinal);
        Assert.Contains("write_file", ran.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', ran.Out);
        Assert.Equal("", await project.GitAsync("status", "--porcelain"));
        Assert.Equal("#!/bin/sh\necho hello\n", await File.ReadAllTextAsync(Path.Combine(project.Folder, "greet.sh")));

        (await factory.AlaiAsync("inbox", "approve", "1")).Expect(0);
        await factory.UpAsync();
        await factory.UntilAsync(1, "done");
        Assert.Equal(Project.Polite, await File.ReadAllTextAsync(Path.Combine(project.Folder, "greet.sh")));

        var reverted = (await factory.AlaiAsync("task", "revert", "1", "--reason", "too friendly")).Expect(0);
        Assert.Contains("reverted on main", reverted.Out, StringComparison.Ordinal);
        Assert.Equal("#!/bin/sh\necho hello\n", await File.ReadAllTextAsync(Path.Combine(project.Folder, "greet.sh")));
        Assert.False(File.Exists(Path.Combine(project.Folder, "tests", "test_name.sh")));
        Assert.Contains("too friendly", await project.GitAsync("log", "-1", "--format=%B"), StringComparison.Ordinal);
        Assert.Contains("reverted", (await factory.AlaiAsync("task", "history", "1")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Contains("reverted before", (await factory.AlaiAsync("task", "revert", "1")).Expect(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_object_and_diff_and_log_tell_the_rest()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Good);
        var project = await Project.NewAsync(factory, "my gree\u0301ter \u00fc");
        project.Write("notes.txt", "not committed");

        var end = (await factory.AlaiAsync("run", "Greet by name", "--project", project.Folder, "--verify", "sh test.sh", "--json")).Expect(0).Json;

        Assert.Equal(1, end.GetProperty("task").GetInt64());
        Assert.Equal("held", end.GetProperty("state").GetString());
        Assert.Equal("needs_approval", end.GetProperty("hold").GetString());
        Assert.True(end.GetProperty("verified").GetBoolean());
        Assert.StartsWith("alai/", end.GetProperty("branch").GetString(), StringComparison.Ordinal);
        Assert.True(end.GetProperty("seconds").GetDouble() > 0);
        var run = end.GetProperty("runs")[0];
        Assert.Equal(("build", "verified", "scripted:8b", "local"), (run.GetProperty("stage").GetString(), run.GetProperty("outcome").GetString(), run.GetProperty("model").GetString(), run.GetProperty("host").GetString()));

        var diff = (await factory.AlaiAsync("task", "diff", "1")).Expect(0).Out;
        Assert.Contains("+echo \"hello, ${1:-world}\"", diff, StringComparison.Ordinal);
        Assert.Contains("greet.sh", (await factory.AlaiAsync("task", "diff", "1", "--stat")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Equal(2, (await factory.AlaiAsync("task", "diff", "1", "--json")).Expect(0).Json.GetProperty("files").GetArrayLength());
        var log = (await factory.AlaiAsync("task", "log", "1")).Expect(0).Out;
        Assert.Contains("run sh test.sh", log, StringComparison.Ordinal);
        Assert.DoesNotContain("not committed", (await factory.AlaiAsync("task", "log", "1", "--full")).Expect(0).Out, StringComparison.Ordinal);
        var first = (await factory.AlaiAsync("task", "log", "1", "--run", "1", "--json")).Expect(0).Json.GetProperty("steps");
        Assert.All(first.EnumerateArray(), step => Assert.Equal(1, step.GetProperty("run").GetInt64()));
        Assert.Contains("nothing", (await factory.AlaiAsync("task", "revert", "1")).Expect(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_daemon_the_run_is_the_daemons()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Good);
        var project = await Project.NewAsync(factory);
        project.Write("notes.txt", "not committed");
        await factory.UpAsync();

        var ran = (await factory.AlaiAsync("run", "Greet by name", "--project", project.Folder, "--verify", "sh test.sh")).Expect(0);

        Assert.Contains("1 uncommitted file is not included", ran.Out, StringComparison.Ordinal);
        Assert.Contains("PROVED", ran.Out, StringComparison.Ordinal);
        Assert.Contains("without --unsandboxed", (await factory.AlaiAsync("run", "Again", "--project", project.Folder, "--unsandboxed")).Expect(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_test_command_a_person_decides()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Scripts.Agent(Scripts.Write("greet.txt", "hello, you\n"), Scripts.Finish("done")));
        var project = await Project.NewAsync(factory);
        File.Delete(Path.Combine(project.Folder, "test.sh"));
        Directory.Delete(Path.Combine(project.Folder, "tests"), recursive: true);
        await project.CommitAsync("Have no tests");

        var end = (await factory.AlaiAsync("run", "Write a greeting", "--project", project.Folder, "--json")).Expect(3).Json;

        Assert.Equal("needs_approval", end.GetProperty("hold").GetString());
        Assert.False(end.GetProperty("verified").GetBoolean());
        Assert.Contains("no verify command", (await factory.AlaiAsync("product", "doctor", "greeter")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_red_base_holds_before_any_agent_starts()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Good);
        var project = await Project.NewAsync(factory);
        project.Write("tests/test_red.sh", "#!/bin/sh\nexit 1\n");
        await project.CommitAsync("Break it");

        var ran = (await factory.AlaiAsync("run", "Greet by name", "--project", project.Folder, "--verify", "sh test.sh")).Expect(3);

        Assert.Contains("before any change", ran.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("write_file", ran.Out, StringComparison.Ordinal);
        Assert.Equal("config", (await factory.AlaiAsync("inbox", "--json")).Json.GetProperty("entries")[0].GetProperty("task").GetProperty("hold").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("lazy")]
    [InlineData("cheat")]
    [InlineData("prose")]
    [InlineData("outside")]
    [InlineData("server")]
    [InlineData("flood")]
    public async Task A_lazy_or_cheating_agent_never_ends_as_verified(string how)
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        var escaped = Path.Combine(factory.Folder, "escaped");
        var script = how switch
        {
            "lazy" => Scripts.Agent(Scripts.Finish("I greeted everybody and all tests pass")),
            "cheat" => Scripts.Agent(Scripts.Write("greet.sh", "#!/bin/sh\necho bye\n"), Scripts.Run("rm tests/test_plain.sh"), Scripts.Write("test.sh", "#!/bin/sh\nexit 0\n"), Scripts.Finish("all tests pass")),
            "outside" => Scripts.Agent(Scripts.Write("../../escaped", "x"), Scripts.Run($"echo x > {escaped}"), Scripts.Finish("written")),
            "server" => Scripts.Agent(Scripts.Run("setsid sleep 84301 > /dev/null 2>&1 & echo started"), Scripts.Finish("the server is up")),
            "flood" => Scripts.Agent(Scripts.Run("yes noise | head -c 20000000"), Scripts.Finish("done")),
            _ => Scripts.Agent(new { scenario = "prose", text = "I would change greet.sh so that it greets by name." }),
        };
        await using var models = await ScriptedModels.StartAsync(factory, script);
        var project = await Project.NewAsync(factory);

        var ran = await factory.AlaiAsync("run", "Greet by name", "--project", project.Folder, "--verify", "sh test.sh", "--json");

        Assert.True(ran.Exit == 3, ran.Out + ran.Error);
        Assert.False(ran.Json.GetProperty("verified").GetBoolean());
        Assert.Equal("#!/bin/sh\necho hello\n", await File.ReadAllTextAsync(Path.Combine(project.Folder, "greet.sh")));
        Assert.False(File.Exists(escaped) || Directory.GetFiles(factory.Home, "escaped", SearchOption.AllDirectories).Length > 0, "it wrote outside");
        Assert.DoesNotContain(Commands.Running(), line => line.StartsWith("sleep 84301", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ctrl_C_cancels_a_hosted_run_and_leaves_nothing()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Scripts.Agent(Scripts.Call("list", new { path = "." }), Scripts.Call("finish", new { summary = "late" }, delayMs: 40_000)));
        var project = await Project.NewAsync(factory);

        var ran = await factory.InterruptedAsync("turn 1", "run", "Greet by name", "--project", project.Folder, "--verify", "sh test.sh");

        Assert.Equal(1, ran.Exit);
        Assert.Contains("was cancelled", ran.Error, StringComparison.Ordinal);
        Assert.Equal("cancelled", await factory.StateAsync(1));
        var workspaces = Path.Combine(factory.Home, "data", "workspaces");
        Assert.True(!Directory.Exists(workspaces) || Directory.GetFiles(workspaces, "*", SearchOption.AllDirectories).Length == 0);
    }

    [Fact]
    public async Task Without_a_good_enough_sandbox_it_refuses_unless_asked_and_then_says_so_in_red()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Good);
        var project = await Project.NewAsync(factory);
        Directory.CreateDirectory(factory.Home);
        await File.WriteAllTextAsync(Path.Combine(factory.Home, "alai.yaml"), "safety: { sandbox: S3 }\nlanding: auto\n");

        var refused = await factory.AlaiAsync("run", "Greet by name", "--project", project.Folder, "--verify", "sh test.sh");
        if (refused.Exit == 0)
            Assert.Skip("needs a machine whose sandbox is not worth S3");
        Assert.Contains("--unsandboxed", refused.Expect(1).Error, StringComparison.Ordinal);
        var ran = (await factory.AlaiAsync("run", "Greet by name", "--project", project.Folder, "--verify", "sh test.sh", "--unsandboxed")).Expect(0);

        Assert.Contains("!!! UNSANDBOXED !!!", ran.Out, StringComparison.Ordinal);
        Assert.Contains("a person decides about landing", ran.Out, StringComparison.Ordinal);
        Assert.Equal("#!/bin/sh\necho hello\n", await File.ReadAllTextAsync(Path.Combine(project.Folder, "greet.sh")));
        Assert.Equal("S0", (await factory.AlaiAsync("task", "show", "1", "--json")).Json.GetProperty("runs")[0].GetProperty("sandbox").GetString());
    }

    [Fact]
    public async Task A_one_shot_is_filed_and_runs_alone()
    {
        await using var factory = TheFactory.New();
        var project = await Project.NewAsync(factory);

        var filed = (await factory.AlaiAsync("minion", "enqueue", "Sort the greetings", "--project", project.Folder, "--json")).Expect(0).Json.GetProperty("task");

        Assert.Equal("greeter", filed.GetProperty("product").GetString());
        var stages = (await factory.AlaiAsync("task", "show", "1", "--json")).Json.GetProperty("stages");
        Assert.Equal(["single"], stages.EnumerateArray().Select(stage => stage.GetProperty("stage").GetString()));
    }
}
