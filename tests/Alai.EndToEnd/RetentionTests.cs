namespace Alai.EndToEnd;

/// <summary>What the daemon sweeps by itself: files of runs that are over, within the quota, and never of work that has not landed.</summary>
public sealed class RetentionTests
{
    private const string Settings = "orchestrator: { tick_s: 1, person_grace_s: 0, max_runs: 1 }\n";

    [Fact]
    public async Task Old_worktrees_and_snapshots_go_and_work_that_has_not_landed_keeps_all_of_its_own()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(
            factory, Scripts.Agent(Scripts.Write("greet.sh", Project.Polite), Scripts.Write("tests/test_name.sh", Project.PoliteTest), Scripts.Finish("it greets by name")));
        await SettingsAsync(factory, Settings);
        var project = await Project.NewAsync(factory);
        await factory.UpAsync();

        // The oldest waits for a yes; the two after it are over.
        var waits = await ProvedAsync(factory, project);
        var (old, newer) = (await ProvedAsync(factory, project), await ProvedAsync(factory, project));
        foreach (var over in new[] { old, newer })
            (await factory.AlaiAsync("task", "cancel", $"{over.Root}")).Expect(0);
        (await factory.AlaiAsync("down")).Expect(0);
        var bare = Path.Combine(factory.Home, "data", "repositories", "greeter.git");
        var branches = await RefsAsync(factory, bare, "refs/heads/alai");
        Assert.Equal([waits.Run, old.Run, newer.Run], await SnapshotsAsync(factory, bare));
        var (needed, left) = (await WorktreeAsync(factory, bare, waits.Run), await WorktreeAsync(factory, bare, old.Run));

        // A year's quota in small; what an earlier daemon remembers to have swept today is forgotten.
        File.Delete(Path.Combine(factory.Home, "data", "care.json"));
        await SettingsAsync(factory, Settings + "retention: { snapshots: 1 }\n");
        await factory.UpAsync();

        await Eventually.HoldsAsync(async () => !(await SnapshotsAsync(factory, bare)).Contains(old.Run), "the oldest snapshot of what is over went");
        Assert.Equal([waits.Run, newer.Run], await SnapshotsAsync(factory, bare));
        Assert.False(Directory.Exists(left), "a worktree of work that is over stayed");
        Assert.Equal("half an idea", await File.ReadAllTextAsync(Path.Combine(needed, "idea.txt")));
        Assert.Equal(branches, await RefsAsync(factory, bare, "refs/heads/alai"));
        (await factory.AlaiAsync("inbox", "approve", $"{waits.Root}")).Expect(0);
        await factory.UntilAsync(waits.Root, "done");
        Assert.Equal(Project.Polite, await File.ReadAllTextAsync(Path.Combine(project.Folder, "greet.sh")));
    }

    // The root, and the run that proved it as its worktree is called: STAGE-RUN.
    private static async Task<(long Root, string Run)> ProvedAsync(TheFactory factory, Project project)
    {
        var root = (await factory.AlaiAsync("minion", "enqueue", "Greet by name", "--project", project.Folder, "--verify", "sh test.sh", "--json"))
            .Expect(0).Json.GetProperty("task").GetProperty("id").GetInt64();
        await factory.UntilAsync(root, "held");
        var page = (await factory.AlaiAsync("task", "show", $"{root}", "--json")).Expect(0).Json;
        var run = Assert.Single(page.GetProperty("runs").EnumerateArray());
        Assert.Equal(("needs_approval", "verified"), (page.GetProperty("task").GetProperty("hold").GetProperty("code").GetString(), run.GetProperty("outcome").GetString()));
        return (root, $"{run.GetProperty("task").GetInt64()}-{run.GetProperty("id").GetInt64()}");
    }

    // As a removal that failed leaves it: the files of the run, with something in them that nobody committed.
    private static async Task<string> WorktreeAsync(TheFactory factory, string bare, string run)
    {
        var folder = Path.Combine(factory.Home, "data", "workspaces", run);
        (await factory.RunAsync("git", ["--git-dir", bare, "worktree", "add", "-q", folder, "alai/" + run.Replace('-', '/')], "")).Expect(0);
        await File.WriteAllTextAsync(Path.Combine(folder, "idea.txt"), "half an idea");
        return folder;
    }

    private static async Task<string[]> SnapshotsAsync(TheFactory factory, string bare) =>
        [.. (await RefsAsync(factory, bare, "refs/alai/snapshots")).Select(line => line.Split(' ')[0]["refs/alai/snapshots/".Length..].Replace('/', '-')).OrderBy(name => int.Parse(name.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture))];

    private static async Task<string[]> RefsAsync(TheFactory factory, string bare, string under) =>
        (await factory.RunAsync("git", ["--git-dir", bare, "for-each-ref", "--format=%(refname) %(objectname)", under], "")).Expect(0).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static Task SettingsAsync(TheFactory factory, string text)
    {
        Directory.CreateDirectory(factory.Home);
        return File.WriteAllTextAsync(Path.Combine(factory.Home, "alai.yaml"), text);
    }
}
