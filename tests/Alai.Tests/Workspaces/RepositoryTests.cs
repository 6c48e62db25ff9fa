using Alai.Tasks;
using Alai.Workspaces;

namespace Alai.Tests.Workspaces;

public sealed class RepositoryTests : IDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly GitGround ground = new();

    public void Dispose() => ground.Dispose();

    [Fact]
    public async Task The_base_is_the_checkouts_head_and_uncommitted_files_are_counted()
    {
        await ground.CommittedAsync();
        await ground.ShellAsync("echo more >> file.txt; echo new > untracked.txt");
        var start = (await ground.Repository().FetchBaseAsync(Never)).Must();
        Assert.Equal(await ground.ShellAsync("git rev-parse HEAD"), start.Commit);
        Assert.Equal(("main", 2), (start.Branch, start.UncommittedFiles));
        Assert.Equal(await ground.ShellAsync("git rev-parse 'HEAD^{tree}'"), start.Tree);
    }

    [Fact]
    public async Task The_base_is_the_target_branch_when_one_is_named()
    {
        await ground.CommittedAsync();
        await ground.ShellAsync("git checkout -q -b release; echo r > r.txt; git add -A; git commit -qm R; git checkout -q main");
        Assert.Equal(await ground.ShellAsync("git rev-parse release"), (await ground.Repository("release").FetchBaseAsync(Never)).Must().Commit);
        var missing = (await ground.Repository("nope").FetchBaseAsync(Never)).Problem!;
        Assert.Equal(WorkspaceProblemCode.NoBranch, missing.Code);
    }

    [Fact]
    public async Task A_detached_checkout_has_a_base_and_no_branch()
    {
        await ground.CommittedAsync();
        await ground.ShellAsync("git checkout -q --detach");
        Assert.Null((await ground.Repository().FetchBaseAsync(Never)).Must().Branch);
    }

    [Fact]
    public async Task Bad_repositories_are_told_apart_with_a_fix()
    {
        var none = (await ground.Repository().FetchBaseAsync(Never)).Problem!;
        Assert.Equal(WorkspaceProblemCode.NoRepository, none.Code);
        Assert.Contains("init", none.Fix, StringComparison.Ordinal);
        Assert.Equal(WorkspaceProblemCode.PathMissing, (await ground.Repository(source: ground["gone"]).FetchBaseAsync(Never)).Problem!.Code);
        await ground.ShellAsync("git init -q -b main");
        Assert.Equal(WorkspaceProblemCode.NoCommit, (await ground.Repository().FetchBaseAsync(Never)).Problem!.Code);
        await ground.ShellAsync("mkdir sub; echo x > sub/x; git add -A; git commit -qm X");
        var sub = (await ground.Repository(source: Path.Combine(ground.Person, "sub")).FetchBaseAsync(Never)).Problem!;
        Assert.Contains("root: sub", sub.Fix, StringComparison.Ordinal);
        Assert.Equal(WorkspaceProblemCode.RootMissing, (await ground.Repository(root: "other").FetchBaseAsync(Never)).Problem!.Code);
        Assert.Null((await ground.Repository(root: "sub").FetchBaseAsync(Never)).Problem);
        var bare = new ProductRepository(ground.Processes, ground.Machine() with { Environment = new Dictionary<string, string> { ["PATH"] = "/nowhere" } }, new ProductSource("x", ground.Person));
        Assert.Equal(WorkspaceProblemCode.GitMissing, (await bare.FetchBaseAsync(Never)).Problem!.Code);
        Assert.Throws<FactoryException>(() => new ProductRepository(ground.Processes, ground.Machine(), new ProductSource("../x", ground.Person)));
    }

    [Fact]
    public async Task A_url_and_a_bare_and_a_shallow_repository_are_sources_too()
    {
        await ground.CommittedAsync();
        await ground.ShellAsync("echo 2 > two; git add -A; git commit -qm Two");
        await ground.ShellAsync($"git clone -q --bare . '{ground["bare.git"]}'; git clone -q --depth 1 'file://{ground.Person}' '{ground["shallow"]}'");
        var head = await ground.ShellAsync("git rev-parse HEAD");
        foreach (var source in new[] { "file://" + ground["bare.git"], ground["bare.git"], ground["shallow"] })
        {
            var repository = new ProductRepository(ground.Processes, ground.Machine(), new ProductSource("p" + Guid.NewGuid().ToString("N"), source));
            Assert.Equal(head, (await repository.FetchBaseAsync(Never)).Must().Commit);
        }

        var gone = (await ground.Repository(source: "file:///nowhere/at/all").FetchBaseAsync(Never)).Problem!;
        Assert.True(gone.IsTransient);
    }

    [Fact]
    public async Task Hostile_configuration_starts_nothing()
    {
        await ground.CommittedAsync();
        var evil = ground["evil.sh"];
        await File.WriteAllTextAsync(evil, $"#!/bin/sh\necho \"$0 $@\" >> '{ground["started"]}'\ncat\n");
        await ground.ShellAsync($"""
            chmod +x '{evil}'
            printf '* filter=evil diff=evil merge=evil\n' > .gitattributes; echo '[]' > .mcp.json
            git add -A; git commit -qm Evil
            for h in post-checkout pre-commit reference-transaction post-merge pre-push update pre-receive post-index-change; do cp '{evil}' .git/hooks/$h; done
            git config core.fsmonitor '{evil}'; git config core.hooksPath "$PWD/.git/hooks"; git config filter.evil.clean '{evil}'; git config filter.evil.smudge '{evil}'
            git config filter.evil.process '{evil}'; git config diff.external '{evil}'; git config diff.evil.textconv '{evil}'; git config diff.evil.command '{evil}'
            git config core.sshCommand '{evil}'; git config core.pager '{evil}'; git config merge.evil.driver '{evil}'; git config gpg.program '{evil}'; git config commit.gpgSign true
            git config core.alternateRefsCommand '{evil}'; git config uploadpack.packObjectsHook '{evil}'; git config credential.helper '{evil}'; git config core.editor '{evil}'
            touch file.txt; echo x >> lib/a.txt
            """);
        File.Delete(ground["started"]);
        var repository = ground.Repository();
        var workspace = await ground.WorkspaceAsync(repository);
        File.AppendAllText(Path.Combine(workspace.Path, "file.txt"), "more\n");
        Directory.CreateDirectory(Path.Combine(workspace.Path, ".hooks"));
        Assert.NotEqual("", (await workspace.DiffAsync(Never)).Must());
        var commit = (await workspace.CommitAsync("Change", Never)).Must();
        var landing = new BranchLanding(repository);
        Assert.Null(await landing.PublishAsync(workspace.Branch, Never));
        var answer = await landing.LandAsync("main", workspace.BaseCommit, commit.Commit, Never);
        Assert.Equal(LandingWord.NeedsPerson, answer.Word);
        await workspace.RemoveAsync(Never);
        Assert.False(File.Exists(ground["started"]), File.Exists(ground["started"]) ? await File.ReadAllTextAsync(ground["started"]) : "");
        await ground.ShellAsync("git config remote.origin.uploadpack '/bin/evil'");
        Assert.Contains("remote.origin.uploadpack", (await repository.FetchBaseAsync(Never)).Problem!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submodules_and_lfs_are_populated_from_the_checkout_or_refused()
    {
        await ground.CommittedAsync();
        var oid = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("big content"u8));
        Directory.CreateDirectory(ground["libsource"]);
        await ground.ShellAsync("git init -q -b main; echo inner > inner.txt; git add -A; git commit -qm L", ground["libsource"]);
        await ground.ShellAsync($"""
            git -c protocol.file.allow=always submodule --quiet add '{ground["libsource"]}' deps/lib
            printf '*.bin filter=lfs diff=lfs merge=lfs -text\n' > .gitattributes
            printf 'version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize 11\n' > big.bin
            git add -A; git commit -qm Sub
            """);
        var repository = ground.Repository();
        var start = (await repository.FetchBaseAsync(Never)).Must();
        Assert.Equal(["big.bin"], start.LfsFiles);
        Assert.Equal(["deps/lib"], start.Submodules);
        var refused = (await repository.CreateWorkspaceAsync(new TaskId(1), new RunId(1), start.Commit, Never)).Problem!;
        Assert.Equal(WorkspaceProblemCode.Lfs, refused.Code);
        await ground.ShellAsync($"mkdir -p .git/lfs/objects/{oid[..2]}/{oid[2..4]}; printf 'big content' > .git/lfs/objects/{oid[..2]}/{oid[2..4]}/{oid}");
        var workspace = (await repository.CreateWorkspaceAsync(new TaskId(1), new RunId(2), start.Commit, Never)).Must();
        Assert.Equal("big content", await File.ReadAllTextAsync(Path.Combine(workspace.Path, "big.bin")));
        Assert.Equal("inner\n", await File.ReadAllTextAsync(Path.Combine(workspace.Path, "deps/lib/inner.txt")));
        Assert.Empty((await workspace.StatusAsync(Never)).Must());
        await File.WriteAllTextAsync(Path.Combine(workspace.Path, "big.bin"), "changed");
        Assert.Equal(WorkspaceProblemCode.Lfs, (await workspace.StatusAsync(Never)).Problem!.Code);
        await ground.ShellAsync("git submodule --quiet deinit -f deps/lib");
        Assert.Equal(WorkspaceProblemCode.Submodules, (await repository.CreateWorkspaceAsync(new TaskId(1), new RunId(3), start.Commit, Never)).Problem!.Code);
    }
}
