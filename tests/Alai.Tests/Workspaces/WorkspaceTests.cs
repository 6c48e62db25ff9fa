#pragma warning disable CA1416 // Runs need Linux or macOS, and so do their tests.
using Alai.Sandbox;
using Alai.Tasks;
using Alai.Workspaces;

namespace Alai.Tests.Workspaces;

public sealed class WorkspaceTests : IDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly GitGround ground = new();

    public void Dispose() => ground.Dispose();

    [Fact]
    public async Task A_run_changes_files_and_every_kind_of_change_is_seen()
    {
        var repository = (await ground.CommittedAsync()).Repository();
        var workspace = await ground.WorkspaceAsync(repository);
        Assert.Empty((await workspace.StatusAsync(Never)).Must());
        Assert.True(File.GetUnixFileMode(At(workspace, "run.sh")).HasFlag(UnixFileMode.UserExecute));
        Assert.Equal("file.txt", new FileInfo(At(workspace, "link")).LinkTarget);
        await File.AppendAllTextAsync(At(workspace, "file.txt"), "four\r\n");
        File.Move(At(workspace, "lib/a.txt"), At(workspace, "lib/ø b.txt"));
        File.SetUnixFileMode(At(workspace, "run.sh"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Delete(At(workspace, "link"));
        await File.WriteAllTextAsync(At(workspace, "new \"q\".txt"), "x\ny\n");
        await File.WriteAllBytesAsync(At(workspace, "blob"), [0, 1, 2, 0]);
        Directory.CreateDirectory(At(workspace, "bin"));
        await File.WriteAllTextAsync(At(workspace, "bin/ignored"), "x");
        var changes = (await workspace.StatusAsync(Never)).Must();
        Assert.Equal(
            ["Added blob", "Added new \"q\".txt", "Deleted link", "Modified file.txt", "Modified run.sh", "Renamed lib/ø b.txt"],
            changes.Select(file => $"{file.Kind} {file.Path}").Order(StringComparer.Ordinal));
        Assert.Equal((2, 0), (changes.Single(f => f.Path.StartsWith("new", StringComparison.Ordinal)).Added, changes.Single(f => f.Path.StartsWith("new", StringComparison.Ordinal)).Deleted));
        Assert.Null(changes.Single(f => f.Path == "blob").Added);
        Assert.Equal("lib/a.txt", changes.Single(f => f.Kind == ChangeKind.Renamed).OldPath);
        Assert.Equal(("100755", "100644"), (changes.Single(f => f.Path == "run.sh").OldMode, changes.Single(f => f.Path == "run.sh").NewMode));
        var diff = (await workspace.DiffAsync(Never)).Must();
        Assert.Contains("+four\r\n", diff, StringComparison.Ordinal);
        Assert.Contains("rename to lib/ø b.txt", diff, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_daemon_commits_and_an_empty_change_makes_no_commit()
    {
        var repository = (await ground.CommittedAsync()).Repository();
        var workspace = await ground.WorkspaceAsync(repository);
        Assert.True((await workspace.CommitAsync("Nothing", Never)).Must().IsEmpty);
        await File.AppendAllTextAsync(At(workspace, "file.txt"), "four\n");
        var commit = (await workspace.CommitAsync("Add four\n\nBecause.", Never)).Must();
        Assert.False(commit.IsEmpty);
        Assert.Equal((await workspace.TreeHashAsync(Never)).Must(), commit.Tree);
        Assert.Equal("ALAI <alai@localhost>|Add four|Because.", await ground.ShellAsync($"git --git-dir='{repository.GitDirectory}' log -1 --format='%an <%ae>|%s|%b' {workspace.Branch}"));
        Assert.Equal(workspace.BaseCommit, await ground.ShellAsync($"git --git-dir='{repository.GitDirectory}' rev-parse {workspace.Branch}~1"));
    }

    [Fact]
    public async Task A_new_run_leaves_the_metadata_of_another_alone_whatever_became_of_its_files()
    {
        var repository = (await ground.CommittedAsync()).Repository();
        var first = await ground.WorkspaceAsync(repository, 1);
        Directory.Delete(first.Path, recursive: true);
        await ground.WorkspaceAsync(repository, 2);
        Assert.True(Directory.Exists(Path.Combine(repository.GitDirectory, "worktrees", first.Name)));
        var again = await ground.WorkspaceAsync(repository, 1);
        Assert.Empty((await again.StatusAsync(Never)).Must());
    }

    [Fact]
    public async Task What_the_agent_does_to_its_git_file_changes_nothing()
    {
        var repository = (await ground.CommittedAsync()).Repository();
        var workspace = await ground.WorkspaceAsync(repository);
        File.Delete(At(workspace, ".git"));
        Directory.CreateDirectory(At(workspace, "decoy"));
        await ground.ShellAsync("git init -q; git config core.fsmonitor 'touch started'; git config core.hooksPath .", workspace.Path);
        await File.AppendAllTextAsync(At(workspace, "file.txt"), "four\n");
        Assert.Equal(["file.txt"], (await workspace.StatusAsync(Never)).Must().Select(file => file.Path));
        Assert.False(File.Exists(At(workspace, "started")));
        Assert.NotNull((await workspace.RemoveAsync(Never)).Must());
    }

    [Fact]
    public async Task A_repository_inside_is_refused_and_not_lost()
    {
        var repository = (await ground.CommittedAsync()).Repository();
        var workspace = await ground.WorkspaceAsync(repository);
        await ground.ShellAsync("git init -q inner; cd inner; echo x > x; git add x; git commit -qm X", workspace.Path);
        Assert.Equal(WorkspaceProblemCode.NestedRepository, (await workspace.StatusAsync(Never)).Problem!.Code);
        Assert.Equal(WorkspaceProblemCode.NestedRepository, (await workspace.RemoveAsync(Never)).Problem!.Code);
        Assert.True(File.Exists(At(workspace, "inner/x")));
        Directory.Delete(At(workspace, "inner"), recursive: true);
        await ground.ShellAsync("git init -q empty", workspace.Path);
        Assert.Equal(WorkspaceProblemCode.NestedRepository, (await workspace.StatusAsync(Never)).Problem!.Code);
    }

    [Fact]
    public async Task Removing_keeps_a_snapshot_that_a_rework_can_start_from()
    {
        var repository = (await ground.CommittedAsync()).Repository();
        var workspace = await ground.WorkspaceAsync(repository);
        await File.AppendAllTextAsync(At(workspace, "file.txt"), "four\n");
        await ground.ShellAsync("mkdir locked; echo x > locked/x; chmod 500 locked", workspace.Path);
        var snapshot = (await workspace.RemoveAsync(Never)).Must();
        Assert.False(Directory.Exists(workspace.Path));
        Assert.Equal("refs/alai/snapshots/7/1", snapshot.Ref);
        Assert.Contains("four", (await repository.ReadFileAsync(snapshot.Commit, "file.txt", Never))!, StringComparison.Ordinal);
        var rework = (await repository.CreateWorkspaceAsync(new TaskId(7), new RunId(2), snapshot.Commit, Never)).Must();
        Assert.EndsWith("four\n", await File.ReadAllTextAsync(At(rework, "file.txt")), StringComparison.Ordinal);
        Assert.Empty((await rework.StatusAsync(Never)).Must());
    }

    [Fact]
    public async Task Leftovers_are_swept_and_living_runs_are_not()
    {
        var repository = (await ground.CommittedAsync()).Repository();
        var dead = await ground.WorkspaceAsync(repository, 1);
        var alive = await ground.WorkspaceAsync(repository, 2);
        await File.WriteAllTextAsync(At(dead, "work.txt"), "work");
        await File.WriteAllTextAsync(Path.Combine(repository.GitDirectory, "worktrees", dead.Name, "index.lock"), "");
        var again = ground.Repository();
        var swept = await new OrphanWorkspaces(again).SweepAsync(new HashSet<RunId> { new(2) }, Never);
        Assert.Equal(["7-1"], swept.Select(w => w.Name));
        Assert.Equal("work", await again.ReadFileAsync(swept[0].Snapshot!.Commit, "work.txt", Never));
        Assert.False(Directory.Exists(dead.Path));
        Assert.True(Directory.Exists(alive.Path));
        Assert.NotNull(await again.FindWorkspaceAsync(new TaskId(7), new RunId(2), Never));
        Assert.Empty(await new OrphanWorkspaces(again).SweepAsync(new HashSet<RunId> { new(2) }, Never));
    }

    [Fact]
    public async Task A_clean_checkout_gets_the_bases_tests_back_and_never_writes_through_a_link()
    {
        var repository = (await ground.CommittedAsync()).Repository();
        var workspace = await ground.WorkspaceAsync(repository);
        await File.WriteAllTextAsync(At(workspace, "file.txt"), "cheated\n");
        await File.WriteAllTextAsync(At(workspace, "more.txt"), "more\n");
        Directory.CreateDirectory(ground["outside"]);
        await File.WriteAllTextAsync(Path.Combine(ground["outside"], "a.txt"), "safe");
        Directory.Delete(At(workspace, "lib"), recursive: true);
        File.CreateSymbolicLink(At(workspace, "lib"), ground["outside"]);
        var tree = (await workspace.TreeHashAsync(Never)).Must();
        var clean = ground["clean checkout ø"];
        Assert.Null(await repository.CheckOutAsync(tree, clean, Never));
        Assert.Equal("cheated\n", await File.ReadAllTextAsync(Path.Combine(clean, "file.txt")));
        Assert.False(Path.Exists(Path.Combine(clean, ".git")));
        var written = await repository.OverlayAsync(workspace.BaseCommit, clean, ["file.txt", "lib/", "not there", "*"], Never);
        Assert.Equal(["file.txt", "lib/a.txt"], written);
        Assert.Equal("one\ntwo\nthree\n", await File.ReadAllTextAsync(Path.Combine(clean, "file.txt")));
        Assert.Equal("lib\n", await File.ReadAllTextAsync(Path.Combine(clean, "lib/a.txt")));
        Assert.Equal("safe", await File.ReadAllTextAsync(Path.Combine(ground["outside"], "a.txt")));
        Assert.True(File.Exists(Path.Combine(clean, "more.txt")));
    }

    [Fact]
    public async Task Git_works_in_the_sandbox_and_cannot_change_its_metadata()
    {
        var repository = (await ground.CommittedAsync()).Repository();
        var workspace = await ground.WorkspaceAsync(repository);
        var machine = new SandboxMachine("/root", Environment.GetEnvironmentVariable("PATH")!, ground["state"]);
        if (new SandboxPicker(ground.Processes, machine).Pick() is not { } sandbox)
        {
            Assert.Skip("needs bubblewrap: apt-get install bubblewrap");
            return;
        }

        var result = await sandbox.RunAsync(
            new SandboxSpec
            {
                Command = ["/bin/sh", "-c", "echo four >> file.txt; git status --porcelain; git diff | grep -c '^+four'; git remote | wc -l; git log --oneline | wc -l; git commit -qam x 2>/dev/null && echo committed; git config x.y z 2>/dev/null && echo configured; rm -f .git 2>/dev/null && echo removed; git branch evil 2>/dev/null && echo branched"],
                Workspace = workspace.Path,
                ReadOnlyRoots = [workspace.GitDirectory],
            },
            Never);
        Assert.Equal(" M file.txt\n1\n0\n1\n", result.StandardOutput);
        Assert.Equal(["file.txt"], (await workspace.StatusAsync(Never)).Must().Select(file => file.Path));
    }

    private static string At(Workspace workspace, string path) => Path.Combine(workspace.Path, path);
}
