namespace Alai.EndToEnd;

/// <summary><c>alai demo</c> through the real programs: that it passes, and above all that it can fail.</summary>
public sealed class DemoTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task The_demo_tells_its_story_and_the_home_it_leaves_can_be_read()
    {
        NeedsLinux();
        await using var demo = new DemoProcess();
        demo.Start(Nothing, "--home", demo.Home);

        Assert.True(await demo.SaysAsync("words are scripted; everything else is real"), demo.Said);
        var ran = (await demo.EndAsync()).Expect(0);

        foreach (var words in new[] { "sandbox:", "REVIEW   ✗ rejected", "finished without changing a file", "What waits for you", $"alai inbox approve", $"alai report --since 1h --home {demo.Home}", "The store shows everything the demo promises." })
            Assert.Contains(words, ran.Out, StringComparison.Ordinal);
        Assert.Empty(demo.Left());
        await ReadTheHomeAsync(demo.Home);
    }

    [Fact]
    public async Task Json_is_one_object_on_the_last_line_counted_in_the_store()
    {
        NeedsLinux();
        await using var demo = new DemoProcess();
        demo.Start(Nothing, "--json", "--home", demo.Home);

        var ran = (await demo.EndAsync()).Expect(0);

        using var json = System.Text.Json.JsonDocument.Parse(ran.Out.TrimEnd('\n').Split('\n')[^1]);
        var result = json.RootElement;
        Assert.Equal("tasks,done,held,cancelled,runs,gate_rejections,rounds,seconds,model,home", string.Join(',', result.EnumerateObject().Select(pair => pair.Name)));
        Assert.Equal(9, result.GetProperty("tasks").GetInt32());
        Assert.Equal(7, result.GetProperty("done").GetInt32());
        Assert.Equal(2, result.GetProperty("held").GetInt32());
        Assert.Equal("rehearsal", result.GetProperty("model").GetString());
        Assert.Equal(demo.Home, result.GetProperty("home").GetString());
    }

    [Fact]
    public async Task Without_git_it_fails_and_says_so()
    {
        NeedsLinux();
        await using var demo = new DemoProcess();
        demo.Start(new Dictionary<string, string> { ["PATH"] = demo.PathWithout("git") }, "--home", demo.Home);

        var ran = (await demo.EndAsync()).Expect(1);

        Assert.Contains("git", ran.Error, StringComparison.Ordinal);
        Assert.Contains("apt-get install git", ran.Error, StringComparison.Ordinal);
        Assert.Empty(demo.Left());
    }

    [Fact]
    public async Task A_deployment_that_cannot_start_its_process_fails_the_demo()
    {
        NeedsLinux();
        await using var demo = new DemoProcess();
        demo.Start(new Dictionary<string, string> { ["PATH"] = demo.PathWithout("setsid") }, "--home", demo.Home);

        var ran = (await demo.EndAsync()).Expect(1);

        Assert.Contains("a landed change is deployed, checked and documented", ran.Error, StringComparison.Ordinal);
        Assert.Contains("the staging kitchen is a live process", ran.Error, StringComparison.Ordinal);
        Assert.Empty(demo.Left());
    }

    [Theory]
    [InlineData("home:")]
    [InlineData("filed")]
    [InlineData("✓ proved by")]
    public async Task Ctrl_c_leaves_no_process_lock_or_worktree(string when)
    {
        NeedsLinux();
        await using var demo = new DemoProcess();
        demo.Start(Nothing, "--home", demo.Home);
        Assert.True(await demo.SaysAsync(when), demo.Said);

        await demo.InterruptAsync();
        var ran = (await demo.EndAsync()).Expect(1);

        Assert.Contains("The demo was stopped", ran.Error, StringComparison.Ordinal);
        Assert.Empty(demo.Left());
        Assert.Empty(Worktrees(demo.Home));
    }

    [Fact]
    public async Task A_home_with_something_in_it_and_a_missing_temporary_folder_are_refused()
    {
        NeedsLinux();
        await using var demo = new DemoProcess();
        Directory.CreateDirectory(demo.Home);
        await File.WriteAllTextAsync(Path.Combine(demo.Home, "mine.txt"), "mine");
        demo.Start(Nothing, "--home", demo.Home);
        Assert.Contains("uses no home that has something in it", (await demo.EndAsync()).Expect(1).Error, StringComparison.Ordinal);

        await using var other = new DemoProcess();
        other.Start(new Dictionary<string, string> { ["TMPDIR"] = "/nowhere/at/all" });
        Assert.Contains("Set TMPDIR", (await other.EndAsync()).Expect(1).Error, StringComparison.Ordinal);
    }

    private static async Task ReadTheHomeAsync(string home)
    {
        await using var factory = TheFactory.New();
        Task<Ran> AlaiAsync(params string[] words) => factory.AlaiAsync([.. words, "--home", home]);

        var drawn = (await AlaiAsync("pipeline", "show", "3")).Expect(0);
        foreach (var words in new[] { "BUILD ✓  REVIEW ✗  BUILD ✓  REVIEW ✓  SECURITY ✓  LAND ✓", "round 2", "a negative count is still accepted", "sh tests/run.sh", "LAND  " })
            Assert.Contains(words, drawn.Out, StringComparison.Ordinal);
        var deployed = (await AlaiAsync("pipeline", "show", "13")).Expect(0).Out;
        var places = new[] { "● SECURITY", "● LAND", "● OPS", "● DOCS" }.Select(words => deployed.IndexOf(words, StringComparison.Ordinal)).ToList();
        Assert.True(places[0] > 0 && places.SequenceEqual(places.Order()), deployed);
        Assert.Contains("follow-up #", (await AlaiAsync("pipeline", "show", "5")).Expect(0).Out, StringComparison.Ordinal);
        var clean = (await AlaiAsync("pipeline", "show", "1")).Expect(0).Out;
        Assert.Contains("BUILD ✓  REVIEW ✓  SECURITY ✓  LAND ✓", clean, StringComparison.Ordinal);
        Assert.Contains("1 round", clean, StringComparison.Ordinal);
        var escalated = (await AlaiAsync("pipeline", "show", "7")).Expect(0).Out;
        Assert.Contains("BUILD ✗  BUILD ✓  REVIEW ✓", escalated, StringComparison.Ordinal);
        Assert.Contains("rehearsal-large:32b", escalated, StringComparison.Ordinal);
        var report = (await AlaiAsync("report", "--since", "1h", "--json")).Expect(0).Json;
        Assert.Equal(7, report.GetProperty("done").GetArrayLength());
        Assert.Equal(2, report.GetProperty("waiting").GetArrayLength());
        Assert.All(report.GetProperty("done").EnumerateArray(), one => Assert.NotEqual(0, one.GetProperty("proof").GetArrayLength()));
        Assert.Contains("## Done", (await AlaiAsync("report", "--since", "1h", "--markdown")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Contains("opening hours", (await AlaiAsync("hive", "search", "opening", "hours")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Equal(1, (await AlaiAsync("wiki", "status", "--json")).Expect(0).Json.GetProperty("pages").GetInt64());
        var cost = (await AlaiAsync("cost", "--since", "1h", "--json")).Expect(0).Json;
        Assert.Equal(0, cost.GetProperty("spent_micro_usd").GetInt64());
        Assert.True(cost.GetProperty("models").EnumerateArray().Sum(model => model.GetProperty("runs").GetInt64()) > 20);
    }

    // Git keeps a folder a worktree; one left behind keeps its branch busy for ever.
    private static List<string> Worktrees(string home) => [.. Directory.EnumerateDirectories(home, "worktrees", SearchOption.AllDirectories)
        .SelectMany(folder => Directory.EnumerateDirectories(folder))];

    private static void NeedsLinux()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("reads /proc and sends signals as Linux does");
    }
}
