using Alai.Workspaces;

namespace Alai.Tests.Workspaces;

/// <summary>What only the factory's repository has goes out as one file and comes back, on top of the person's repository as it is then.</summary>
public sealed class RepositoryBundleTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Own_commits_go_out_without_the_persons_history_and_come_back()
    {
        using var ground = await new GitGround().CommittedAsync();
        await ground.ShellAsync("head -c 300000 /dev/urandom > big; git add -A; git commit -qm Big");
        var repository = ground.Repository();
        var commit = await CommittedAsync(ground, repository, 1, "ours");
        var (first, second, whole) = (ground["first.bundle"], ground["second.bundle"], ground["whole.bundle"]);

        Assert.True(await new RepositoryBundle(repository).WriteAsync(first, whole: false, None));
        await ground.ShellAsync("git repack -q -a -d --window=50", repository.GitDirectory);
        Assert.True(await new RepositoryBundle(repository).WriteAsync(second, whole: false, None));
        Assert.True(await new RepositoryBundle(repository).WriteAsync(whole, whole: true, None));

        Assert.Equal(await File.ReadAllBytesAsync(first, None), await File.ReadAllBytesAsync(second, None));
        Assert.True(new FileInfo(first).Length < 10_000);
        Assert.True(new FileInfo(whole).Length > 300_000);
        Directory.Delete(repository.GitDirectory, recursive: true);
        Assert.Null(await new RepositoryBundle(repository).ReturnAsync(first, None));
        Assert.Null(await new RepositoryBundle(repository).ReturnAsync(first, None));
        Assert.Equal(commit, await new CommitFinder(repository).TipAsync("alai/7/1", None));
        Assert.Equal("ours", await repository.ReadFileAsync(commit, "new.txt", None));
        Assert.DoesNotContain("returning", await ground.ShellAsync("git for-each-ref", repository.GitDirectory), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_there_is_left_and_only_the_factorys_names_are_taken()
    {
        using var ground = await new GitGround().CommittedAsync();
        var repository = ground.Repository();
        var older = await CommittedAsync(ground, repository, 1, "older");
        var file = ground["x.bundle"];
        await new RepositoryBundle(repository).WriteAsync(file, whole: false, None);
        var newer = (await ground.ShellAsync($"git commit-tree -p {older} -m Newer {older}^{{tree}}", repository.GitDirectory)).Trim();
        await ground.ShellAsync($"git update-ref refs/heads/alai/7/1 {newer}", repository.GitDirectory);
        var bytes = await File.ReadAllBytesAsync(file, None);
        var text = System.Text.Encoding.Latin1.GetString(bytes).Replace("refs/heads/alai/7/1\n", "refs/heads/evil/7/1\n", StringComparison.Ordinal);
        var evil = ground["evil.bundle"];
        await File.WriteAllBytesAsync(evil, System.Text.Encoding.Latin1.GetBytes(text), None);

        Assert.Null(await new RepositoryBundle(repository).ReturnAsync(file, None));
        Assert.Null(await new RepositoryBundle(repository).ReturnAsync(evil, None));

        Assert.Equal(newer, await new CommitFinder(repository).TipAsync("alai/7/1", None));
        Assert.DoesNotContain("evil", await ground.ShellAsync("git for-each-ref", repository.GitDirectory), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Landed_work_comes_back_as_names_alone_and_garbage_is_refused()
    {
        using var ground = await new GitGround().CommittedAsync();
        var repository = ground.Repository();
        var commit = await CommittedAsync(ground, repository, 1, "landed");
        await ground.ShellAsync($"git fetch -q '{repository.GitDirectory}' refs/heads/alai/7/1; git merge -q --ff-only FETCH_HEAD");
        Assert.NotNull((await repository.FetchBaseAsync(None)).Value);
        var file = ground["x.bundle"];
        Assert.True(await new RepositoryBundle(repository).WriteAsync(file, whole: false, None));
        Directory.Delete(repository.GitDirectory, recursive: true);

        Assert.Null(await new RepositoryBundle(repository).ReturnAsync(file, None));
        Assert.Equal(commit, await new CommitFinder(repository).TipAsync("alai/7/1", None));

        await File.WriteAllTextAsync(ground["garbage"], "# v2 git bundle\nnothing of the sort", None);
        Assert.Contains("no git bundle", (await new RepositoryBundle(repository).ReturnAsync(ground["garbage"], None))!.Text, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(ground["cut"], (await File.ReadAllBytesAsync(file, None))[..^12], None);
        Assert.Contains("could not be unpacked", (await new RepositoryBundle(repository).ReturnAsync(ground["cut"], None))!.Text, StringComparison.Ordinal);
    }

    private static async Task<string> CommittedAsync(GitGround ground, ProductRepository repository, long run, string text)
    {
        var workspace = await ground.WorkspaceAsync(repository, run);
        await File.WriteAllTextAsync(Path.Combine(workspace.Path, "new.txt"), text, None);
        Assert.NotNull((await workspace.CommitAsync("Add a file", None)).Value);
        Assert.Null((await workspace.RemoveAsync(None)).Problem);
        return (await new CommitFinder(repository).TipAsync(workspace.Branch, None))!;
    }
}
