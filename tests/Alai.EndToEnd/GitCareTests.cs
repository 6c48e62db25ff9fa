namespace Alai.EndToEnd;

/// <summary>Work that is proved and waits for a yes survives the loss of the factory's repositories, by a backup and by an export.</summary>
public sealed class GitCareTests
{
    private const string Greeting = "+echo \"hello, ${1:-world}\"";

    [Fact]
    public async Task A_backup_brings_back_proved_work_whose_repositories_are_gone_and_it_lands()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await ModelsAsync(factory);
        var project = await ProvedAsync(factory);
        var export = Path.Combine(factory.Folder, "everything.alai");
        (await factory.AlaiAsync("db", "backup")).Expect(0);
        (await factory.AlaiAsync("db", "export", export)).Expect(0);
        await ForgetBranchesAsync(project);
        LoseRepositories(factory);

        // Elsewhere, with the same person's repository, what was done can be looked at too.
        await using var other = TheFactory.New();
        (await other.AlaiAsync("db", "import", export, "--with-settings")).Expect(0);
        Assert.Contains(Greeting, (await other.AlaiAsync("task", "diff", "1")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Contains("a backup has it", (await factory.AlaiAsync("task", "diff", "1")).Expect(1).Error, StringComparison.Ordinal);

        var drill = (await factory.AlaiAsync("db", "restore", "--check", "newest")).Expect(0);
        Assert.Contains("the work in the factory's repositories of greeter", drill.Out, StringComparison.Ordinal);
        (await factory.AlaiAsync("db", "restore", "newest")).Expect(0);

        Assert.Contains(Greeting, (await factory.AlaiAsync("task", "diff", "1")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(factory.Home, "data", "returning")));
        (await factory.AlaiAsync("resume")).Expect(0);
        (await factory.AlaiAsync("inbox", "approve", "1")).Expect(0);
        await factory.UpAsync();
        await factory.UntilAsync(1, "done");
        Assert.Equal(Project.Polite, await File.ReadAllTextAsync(Path.Combine(project.Folder, "greet.sh")));
    }

    [Fact]
    public async Task What_restored_work_stands_on_is_named_when_it_is_gone_and_waits_until_it_is_back()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await ModelsAsync(factory);
        var project = await ProvedAsync(factory);
        var first = await project.GitAsync("rev-parse", "main");
        var mirror = Path.Combine(factory.Folder, "mirror.git");
        await project.GitAsync("clone", "-q", "--mirror", project.Folder, mirror);
        (await factory.AlaiAsync("db", "backup")).Expect(0);
        var whole = Path.Combine(factory.Folder, "whole.alai");
        (await factory.AlaiAsync("db", "backup", "--to", whole, "--whole")).Expect(0);

        // The person begins history anew, and the factory's repositories are lost.
        await ForgetBranchesAsync(project);
        await project.GitAsync("checkout", "-q", "--orphan", "fresh");
        await project.CommitAsync("Begin anew");
        await project.GitAsync("branch", "-q", "-M", "fresh", "main");
        await project.GitAsync("reflog", "expire", "--expire=now", "--all");
        await project.GitAsync("gc", "-q", "--prune=now");
        LoseRepositories(factory);
        (await factory.AlaiAsync("db", "restore", "newest")).Expect(0);

        var status = (await factory.AlaiAsync("status", "--json")).Out;
        Assert.Contains("stands on 1 commits that", status, StringComparison.Ordinal);
        Assert.Contains(first, status, StringComparison.Ordinal);
        Assert.Contains("alai status", (await factory.AlaiAsync("task", "diff", "1")).Expect(1).Error, StringComparison.Ordinal);
        await project.GitAsync("fetch", "-q", mirror, "main:old");
        Assert.DoesNotContain("stands on", (await factory.AlaiAsync("status", "--json")).Out, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(factory.Home, "data", "returning")));

        // A whole backup needs nothing of the person's repository.
        await project.GitAsync("branch", "-q", "-D", "old");
        await project.GitAsync("gc", "-q", "--prune=now");
        LoseRepositories(factory);
        (await factory.AlaiAsync("db", "restore", whole)).Expect(0);
        Assert.DoesNotContain("waits in", (await factory.AlaiAsync("status", "--json")).Out, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(factory.Home, "data", "returning")));
    }

    [Fact]
    public async Task What_lies_in_files_is_checked_too()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await ModelsAsync(factory);
        var project = await ProvedAsync(factory);
        var sound = (await factory.AlaiAsync("db", "check")).Expect(0);
        Assert.Matches("[1-9] records of runs are what the chain says", sound.Out);
        Assert.Contains("the work in 1 of the factory's repositories is whole; branches that open and held tasks need: 1", sound.Out, StringComparison.Ordinal);
        (await factory.AlaiAsync("db", "backup")).Expect(0);
        await ForgetBranchesAsync(project);

        var record = Directory.GetFiles(Path.Combine(factory.Home, "data", "transcripts"), "1.jsonl", SearchOption.AllDirectories).Single();
        var text = await File.ReadAllTextAsync(record);
        await File.WriteAllTextAsync(record, text.Replace("greet", "greed", StringComparison.Ordinal));
        Assert.Contains("the record of run 1 of #2 is not the one it left", (await factory.AlaiAsync("db", "check")).Expect(1).Out, StringComparison.Ordinal);
        Assert.Contains("did not pass its check", (await factory.AlaiAsync("status")).Expect(1).Out, StringComparison.Ordinal);
        (await factory.AlaiAsync("db", "check", "--accept", "I corrected a word")).Expect(0);
        File.Delete(record);
        Assert.Contains("the record of run 1 of #2 is gone", (await factory.AlaiAsync("db", "check")).Expect(1).Out, StringComparison.Ordinal);

        var bare = Path.Combine(factory.Home, "data", "repositories", "greeter.git");
        var tip = (await factory.RunAsync("git", ["--git-dir", bare, "for-each-ref", "--format=%(objectname)", "refs/heads/alai"], "")).Expect(0).Out.Trim();
        File.Delete(Path.Combine(bare, "objects", tip[..2], tip[2..]));
        Assert.Contains("FAILED   git", (await factory.AlaiAsync("db", "check")).Expect(1).Out, StringComparison.Ordinal);
        (await factory.AlaiAsync("db", "restore", "newest")).Expect(0);
        (await factory.AlaiAsync("db", "check")).Expect(0);
        Assert.Equal(text, await File.ReadAllTextAsync(record));
        Assert.Contains(Greeting, (await factory.AlaiAsync("task", "diff", "1")).Expect(0).Out, StringComparison.Ordinal);
    }

    private static Task<ScriptedModels> ModelsAsync(TheFactory factory) => ScriptedModels.StartAsync(
        factory, Scripts.Agent(Scripts.Write("greet.sh", Project.Polite), Scripts.Write("tests/test_name.sh", Project.PoliteTest), Scripts.Finish("it greets by name")));

    private static async Task<Project> ProvedAsync(TheFactory factory)
    {
        var project = await Project.NewAsync(factory);
        var ran = (await factory.AlaiAsync("run", "Greet by name", "--project", project.Folder, "--verify", "sh test.sh")).Expect(0);
        Assert.Contains("PROVED", ran.Out, StringComparison.Ordinal);
        return project;
    }

    private static async Task ForgetBranchesAsync(Project project)
    {
        foreach (var branch in (await project.GitAsync("for-each-ref", "--format=%(refname:short)", "refs/heads/alai")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            await project.GitAsync("branch", "-q", "-D", branch);
        await project.GitAsync("reflog", "expire", "--expire=now", "--all");
        await project.GitAsync("gc", "-q", "--prune=now");
    }

    private static void LoseRepositories(TheFactory factory) => Directory.Delete(Path.Combine(factory.Home, "data", "repositories"), recursive: true);
}
