using Alai.Workspaces;

namespace Alai.Tests.Workspaces;

public sealed class LandingTests : IDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly GitGround ground = new();

    public void Dispose() => ground.Dispose();

    [Fact]
    public async Task A_published_branch_is_seen_and_peoples_commits_on_it_are_kept()
    {
        var (repository, workspace, commit) = await ChangedAsync();
        var landing = new BranchLanding(repository);
        Assert.Null((await landing.StateAsync(workspace.Branch, commit.Commit, Never)).Tip);
        Assert.Null(await landing.PublishAsync(workspace.Branch, Never));
        Assert.Null(await landing.PublishAsync(workspace.Branch, Never));
        Assert.Equal((commit.Commit, commit.Tree), Pair(await landing.StateAsync(workspace.Branch, commit.Commit, Never)));
        await ground.ShellAsync($"git checkout -q {workspace.Branch}; echo mine > mine.txt; git add -A; git commit -qm Mine");
        var state = await landing.StateAsync(workspace.Branch, commit.Commit, Never);
        Assert.False(state.IsRewritten);
        Assert.EndsWith("Anna: Mine", Assert.Single(state.PeoplesCommits), StringComparison.Ordinal);
        Assert.NotNull(await repository.ReadFileAsync(state.Tip!, "mine.txt", Never));
        await File.WriteAllTextAsync(Path.Combine(workspace.Path, "again.txt"), "x");
        await workspace.CommitAsync("Again", Never);
        Assert.NotNull(await landing.PublishAsync(workspace.Branch, Never));
        Assert.Equal(state.Tip, await ground.ShellAsync($"git rev-parse {workspace.Branch}"));
        await ground.ShellAsync("git commit -q --amend -m Other; git reset -q --hard main; echo y > y; git add y; git commit -qm Y");
        Assert.True((await landing.StateAsync(workspace.Branch, commit.Commit, Never)).IsRewritten);
    }

    [Fact]
    public async Task A_clean_checkout_of_the_target_is_moved_with_the_branch()
    {
        var (repository, workspace, commit) = await ChangedAsync();
        await ground.ShellAsync("echo note > untracked-note");
        var landing = new BranchLanding(repository);
        var answer = await landing.LandAsync("main", workspace.BaseCommit, commit.Commit, Never);
        Assert.Equal(LandingWord.Landed, answer.Word);
        Assert.Equal(commit.Commit, await ground.ShellAsync("git rev-parse main"));
        Assert.Contains("four", await File.ReadAllTextAsync(Path.Combine(ground.Person, "file.txt")), StringComparison.Ordinal);
        Assert.Equal("?? untracked-note", await ground.ShellAsync("git status --porcelain"));
        Assert.Equal(LandingWord.Landed, (await landing.LandAsync("main", workspace.BaseCommit, commit.Commit, Never)).Word);
    }

    [Fact]
    public async Task A_landing_and_new_work_may_fetch_the_same_branch_at_once()
    {
        var (repository, _, _) = await ChangedAsync();
        var landing = new BranchLanding(repository);
        for (var i = 0; i < 5; i++)
        {
            await ground.ShellAsync("git checkout -q main; git commit -q --allow-empty -m Move");
            var bases = Enumerable.Range(0, 3).Select(_ => repository.FetchBaseAsync(Never)).ToList();
            await Task.WhenAll([.. bases, .. Enumerable.Range(0, 3).Select(_ => landing.FetchTargetAsync("main", Never))]);
            foreach (var found in bases)
                Assert.Null((await found).Problem);
        }
    }

    [Fact]
    public async Task A_dirty_checkout_of_the_target_is_left_to_the_person()
    {
        var (repository, workspace, commit) = await ChangedAsync();
        await ground.ShellAsync("echo mine >> lib/a.txt");
        var answer = await new BranchLanding(repository).LandAsync("main", workspace.BaseCommit, commit.Commit, Never);
        Assert.Equal(LandingWord.NeedsPerson, answer.Word);
        Assert.Equal(workspace.BaseCommit, await ground.ShellAsync("git rev-parse main"));
        await ground.ShellAsync(answer.Command + "; grep -q mine lib/a.txt; grep -q four file.txt");
        await ground.ShellAsync("git reset -q --hard HEAD~1; echo other > again.txt");
    }

    // As git leaves it when it is killed: files are written one by one, then the index, then the branch moves.
    [Theory]
    [InlineData("git checkout -q $to -- file.txt; git reset -q")]
    [InlineData("mkdir -p new; git show $to:new/one.txt > new/one.txt")]
    [InlineData("rm lib/a.txt")]
    [InlineData("git checkout -q $to -- file.txt new; git reset -q; rm lib/a.txt")]
    [InlineData("git read-tree -m -u HEAD $to")]
    public async Task What_a_killed_landing_left_in_a_checkout_is_landed_again(string left)
    {
        var (repository, workspace, commit) = await ChangedAsync(more: true);
        var landing = new BranchLanding(repository);
        await BringAsync(repository, commit.Commit);
        await ground.ShellAsync($"to={commit.Commit}; {left}; git status --porcelain | grep -q .; echo note > untracked-note");

        var answer = await landing.LandAsync("main", workspace.BaseCommit, commit.Commit, Never);

        Assert.True(answer.Word == LandingWord.Landed, answer.Text);
        Assert.Equal("?? untracked-note", await ground.ShellAsync("git status --porcelain"));
        await ground.ShellAsync("grep -q four file.txt; grep -q one new/one.txt; test ! -e lib/a.txt");
    }

    [Theory]
    [InlineData("git checkout -q $to -- file.txt; git reset -q; echo mine >> file.txt", "grep -q mine file.txt")]
    [InlineData("git checkout -q $to -- file.txt; git reset -q; echo mine >> run.sh", "grep -q mine run.sh; grep -q four file.txt")]
    [InlineData("mkdir -p new; git show $to:new/one.txt > new/one.txt; echo mine >> new/one.txt", "grep -q mine new/one.txt")]
    [InlineData("git checkout -q $to -- file.txt; git reset -q; mkdir -p new; echo mine > new/one.txt", "grep -q four file.txt; grep -q mine new/one.txt")]
    [InlineData("echo mine >> file.txt; git add file.txt; git show $to:file.txt > file.txt", "git show :file.txt | grep -q mine")]
    [InlineData("mkdir -p new; git show $to:new/one.txt > other; ln -s ../other new/one.txt", "test -L new/one.txt")]
    public async Task What_a_person_changed_among_it_is_left_alone(string left, string kept)
    {
        var (repository, workspace, commit) = await ChangedAsync(more: true);
        await BringAsync(repository, commit.Commit);
        await ground.ShellAsync($"to={commit.Commit}; {left}");
        var before = await ground.ShellAsync("git status --porcelain");

        var answer = await new BranchLanding(repository).LandAsync("main", workspace.BaseCommit, commit.Commit, Never);

        Assert.Equal(LandingWord.NeedsPerson, answer.Word);
        Assert.Equal(before, await ground.ShellAsync("git status --porcelain"));
        await ground.ShellAsync(kept);
    }

    private Task<string> BringAsync(ProductRepository repository, string commit) =>
        ground.ShellAsync($"git fetch -q '{repository.GitDirectory}' {commit}");

    [Fact]
    public async Task An_untracked_file_in_the_way_is_never_overwritten()
    {
        var repository = (await ground.CommittedAsync()).Repository();
        var workspace = await ground.WorkspaceAsync(repository);
        await File.WriteAllTextAsync(Path.Combine(workspace.Path, "new.txt"), "theirs");
        var commit = (await workspace.CommitAsync("New", Never)).Must();
        await ground.ShellAsync("echo mine > new.txt");
        var answer = await new BranchLanding(repository).LandAsync("main", workspace.BaseCommit, commit.Commit, Never);
        Assert.Equal(LandingWord.NeedsPerson, answer.Word);
        Assert.Equal("mine\n", await File.ReadAllTextAsync(Path.Combine(ground.Person, "new.txt")));
    }

    [Fact]
    public async Task A_target_checked_out_nowhere_is_moved_by_compare_and_swap()
    {
        var (repository, workspace, commit) = await ChangedAsync();
        await ground.ShellAsync("git checkout -q -b elsewhere");
        var answer = await new BranchLanding(repository).LandAsync("main", workspace.BaseCommit, commit.Commit, Never);
        Assert.Equal(LandingWord.Landed, answer.Word);
        Assert.Equal(commit.Commit, await ground.ShellAsync("git rev-parse main"));
        Assert.Equal("", await ground.ShellAsync("git status --porcelain"));
    }

    [Fact]
    public async Task A_target_checked_out_in_another_worktree_is_moved_there()
    {
        var (repository, workspace, commit) = await ChangedAsync();
        await ground.ShellAsync($"git checkout -q -b elsewhere; git worktree add -q '{ground["other tree"]}' main");
        Assert.Equal(LandingWord.Landed, (await new BranchLanding(repository).LandAsync("main", workspace.BaseCommit, commit.Commit, Never)).Word);
        Assert.Contains("four", await File.ReadAllTextAsync(Path.Combine(ground["other tree"], "file.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_url_is_landed_on_by_push_with_a_lease()
    {
        await ground.CommittedAsync();
        await ground.ShellAsync($"git clone -q --bare . '{ground["bare.git"]}'");
        var repository = ground.Repository(source: "file://" + ground["bare.git"]);
        var workspace = await ground.WorkspaceAsync(repository);
        await File.AppendAllTextAsync(Path.Combine(workspace.Path, "file.txt"), "four\n");
        var commit = (await workspace.CommitAsync("Add four", Never)).Must();
        var landing = new BranchLanding(repository);
        Assert.Null(await landing.PublishAsync(workspace.Branch, Never));
        Assert.Equal(commit.Commit, (await landing.StateAsync(workspace.Branch, commit.Commit, Never)).Tip);
        Assert.Equal(LandingWord.Landed, (await landing.LandAsync("main", workspace.BaseCommit, commit.Commit, Never)).Word);
        Assert.Equal(commit.Commit, await ground.ShellAsync("git rev-parse main", ground["bare.git"]));
    }

    [Fact]
    public async Task A_moved_and_a_rewritten_target_are_told_apart_and_a_merge_is_computed()
    {
        var (repository, workspace, commit) = await ChangedAsync();
        await ground.ShellAsync("echo side > side.txt; git add -A; git commit -qm Side");
        var landing = new BranchLanding(repository);
        var moved = await landing.LandAsync("main", workspace.BaseCommit, commit.Commit, Never);
        Assert.Equal(LandingWord.TargetMoved, moved.Word);
        var target = (await landing.FetchTargetAsync("main", Never))!;
        var merge = await landing.MergeAsync(target, commit.Commit, "Land #7", Never);
        Assert.False(merge.IsFastForward);
        Assert.Equal(["file.txt", "side.txt"], (await repository.ChangesAsync(workspace.BaseCommit, merge.Commit!, Never)).Select(f => f.Path));
        Assert.Equal(LandingWord.Landed, (await landing.LandAsync("main", target, merge.Commit!, Never)).Word);
        Assert.Equal(merge.Tree, await ground.ShellAsync("git rev-parse 'main^{tree}'"));
        await ground.ShellAsync($"git reset -q --hard {workspace.BaseCommit}; echo z > z; git add z; git commit -qm Z");
        Assert.Equal(LandingWord.TargetRewritten, (await landing.LandAsync("main", target, merge.Commit!, Never)).Word);
    }

    [Fact]
    public async Task Conflicts_are_listed_and_nothing_lands()
    {
        var (repository, _, commit) = await ChangedAsync();
        await ground.ShellAsync("printf 'one\\ntwo\\nthree\\nother\\n' > file.txt; git commit -qam Other");
        var landing = new BranchLanding(repository);
        var target = (await landing.FetchTargetAsync("main", Never))!;
        var merge = await landing.MergeAsync(target, commit.Commit, "Land", Never);
        Assert.Null(merge.Commit);
        Assert.Equal(["file.txt"], merge.Conflicts);
        Assert.Equal(LandingWord.Failed, (await landing.LandAsync("main", target, commit.Commit, Never)).Word);
    }

    [Fact]
    public async Task A_landing_is_undone_and_later_work_stays()
    {
        var (repository, workspace, commit) = await ChangedAsync();
        var landing = new BranchLanding(repository);
        await landing.LandAsync("main", workspace.BaseCommit, commit.Commit, Never);
        await ground.ShellAsync("echo later > later.txt; git add -A; git commit -qm Later");
        var target = (await landing.FetchTargetAsync("main", Never))!;
        var revert = await landing.RevertAsync(target, new LandedSpan(workspace.BaseCommit, commit.Commit), "Revert #7", Never);
        Assert.Equal(["later.txt"], (await repository.ChangesAsync(workspace.BaseCommit, revert.Commit!, Never)).Select(f => f.Path));
        Assert.Equal(LandingWord.Landed, (await landing.LandAsync("main", target, revert.Commit!, Never)).Word);
        Assert.Equal("one\ntwo\nthree\n", await File.ReadAllTextAsync(Path.Combine(ground.Person, "file.txt")));
    }

    [Fact]
    public async Task Of_two_landings_at_once_one_wins_and_the_other_knows()
    {
        var repository = (await ground.CommittedAsync()).Repository();
        await ground.ShellAsync("git checkout -q -b elsewhere");
        var main = ground.Repository("main");
        var first = await ground.WorkspaceAsync(main, 1);
        var second = await ground.WorkspaceAsync(main, 2);
        await File.WriteAllTextAsync(Path.Combine(first.Path, "1"), "1");
        await File.WriteAllTextAsync(Path.Combine(second.Path, "2"), "2");
        var one = (await first.CommitAsync("One", Never)).Must();
        var two = (await second.CommitAsync("Two", Never)).Must();
        var landing = new BranchLanding(main);
        var answers = await Task.WhenAll(
            landing.LandAsync("main", first.BaseCommit, one.Commit, Never), landing.LandAsync("main", first.BaseCommit, two.Commit, Never));
        Assert.Equal(1, answers.Count(answer => answer.Word == LandingWord.Landed));
        Assert.NotNull(repository);
    }

    private static (string?, string?) Pair(BranchState state) => (state.Tip, state.Tree);

    private async Task<(ProductRepository Repository, Workspace Workspace, CommitAnswer Commit)> ChangedAsync(bool more = false)
    {
        var repository = (await ground.CommittedAsync()).Repository();
        var workspace = await ground.WorkspaceAsync(repository);
        await File.AppendAllTextAsync(Path.Combine(workspace.Path, "file.txt"), "four\n");
        if (more)
        {
            Directory.CreateDirectory(Path.Combine(workspace.Path, "new"));
            await File.WriteAllTextAsync(Path.Combine(workspace.Path, "new", "one.txt"), "one\n");
            File.Delete(Path.Combine(workspace.Path, "lib", "a.txt"));
        }

        return (repository, workspace, (await workspace.CommitAsync("Add four", Never)).Must());
    }
}
