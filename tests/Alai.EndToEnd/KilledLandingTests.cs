namespace Alai.EndToEnd;

/// <summary>The daemon dies as by a power failure in the middle of landings; the next one looks at what was done.</summary>
public sealed class KilledLandingTests
{
    // Before the commit is brought into the person's repository, before the branch moves, and after it has moved.
    private static readonly string[] Places = ["brought", "moving", "moved"];

    [Fact]
    public async Task A_daemon_killed_in_a_landing_lands_exactly_once()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await LandingByItselfAsync(factory);
        SlowGit.Install(
            factory,
            new Dictionary<string, string> { ["*/brought~*refs/alai/landing/*"] = "brought", ["*/moving~*merge~--ff-only*"] = "moving" },
            new Dictionary<string, string> { ["*/moved~*merge~--ff-only*"] = "moved" });
        var projects = new Dictionary<string, Project>();
        foreach (var place in Places)
            projects[place] = await Project.NewAsync(factory, place);
        var daemon = await factory.UpAsync();
        foreach (var project in projects.Values)
            (await factory.AlaiAsync("product", "add", project.Folder)).Expect(0);
        var filed = new Dictionary<string, long>();
        foreach (var place in Places)
            filed[place] = await factory.FileAsync("Greet by name", "--product", place);

        await Eventually.HoldsAsync(() => SlowGit.Reached(factory).Count == Places.Length, () => "hanging: " + string.Join(' ', SlowGit.Reached(factory)));
        await TheFactory.KillAsync(daemon);

        // Git goes on without its daemon, and the next one looks at nothing before it has ended.
        await factory.UpAsync();
        Assert.True(Gits(factory).Count() >= Places.Length, string.Join('\n', Gits(factory)));
        foreach (var id in filed.Values)
            Assert.NotEqual("done", await factory.StateAsync(id));
        await SlowGit.GoAsync(factory);
        await Eventually.HoldsAsync(() => !Gits(factory).Any(), () => "living on: " + string.Join('\n', Gits(factory)));

        foreach (var (place, id) in filed)
        {
            await factory.UntilAsync(id, "done");
            Assert.Equal("2", $"{(await projects[place].GitAsync("log", "--format=%H", "main", "--", "greet.sh")).Split('\n').Length}");
            Assert.Equal("", await projects[place].GitAsync("status", "--porcelain"));
            Assert.Equal(Project.Polite, await File.ReadAllTextAsync(Path.Combine(projects[place].Folder, "greet.sh")));
            var story = (await factory.AlaiAsync("task", "history", $"{id}", "--json")).Expect(0).Json.GetProperty("events");
            Assert.Equal(1, story.EnumerateArray().Count(line => line.GetProperty("kind").GetString() == "landed"));
        }
    }

    [Fact]
    public async Task A_daemon_killed_while_git_holds_the_lock_of_a_checkout_leaves_none_behind()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await LandingByItselfAsync(factory);
        SlowGit.Install(factory, new Dictionary<string, string> { ["*merge~--ff-only*"] = "merge" });
        var project = await Project.NewAsync(factory);

        // So many that git needs a moment for its index, in which it holds the lock.
        for (var number = 0; number < 10_000; number++)
            project.Write($"data/{number / 500}/{number}.txt", "x");
        await project.CommitAsync("Keep the data here");
        var daemon = await factory.UpAsync();
        (await factory.AlaiAsync("product", "add", project.Folder)).Expect(0);
        var id = await factory.FileAsync("Greet by name", "--product", Path.GetFileName(project.Folder));
        await Eventually.HoldsAsync(() => SlowGit.Reached(factory).Count == 1, () => "git has not begun to merge");
        var held = Path.Combine(project.Folder, ".git", "index.lock");
        await SlowGit.GoAsync(factory);
        Assert.True(SpinWait.SpinUntil(() => File.Exists(held), TheFactory.Patience), "git merged without a lock");
        await TheFactory.KillAsync(daemon);

        await factory.UpAsync();
        await factory.UntilAsync(id, "done");
        Assert.False(File.Exists(held), "the lock was left behind");
        Assert.Equal(Project.Polite, await File.ReadAllTextAsync(Path.Combine(project.Folder, "greet.sh")));
        Assert.Equal("", await project.GitAsync("status", "--porcelain"));
        Assert.Equal("2", $"{(await project.GitAsync("log", "--format=%H", "main", "--", "greet.sh")).Split('\n').Length}");
    }

    private static async Task<ScriptedModels> LandingByItselfAsync(TheFactory factory)
    {
        Directory.CreateDirectory(factory.Home);
        await File.WriteAllTextAsync(Path.Combine(factory.Home, "alai.yaml"), "landing: auto\norchestrator: { tick_s: 1, person_grace_s: 0 }\n");
        return await ScriptedModels.StartAsync(
            factory, Scripts.Agent(Scripts.Write("greet.sh", Project.Polite), Scripts.Write("tests/test_name.sh", Project.PoliteTest), Scripts.Finish("it greets by name")));
    }

    private static IEnumerable<string> Gits(TheFactory factory) =>
        Commands.Running().Where(line => line.Contains(Path.Combine(factory.Folder, "bin", "git"), StringComparison.Ordinal));
}
