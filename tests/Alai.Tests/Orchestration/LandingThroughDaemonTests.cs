using Alai.Pipeline;
using Alai.Tasks;
using static Alai.Tests.Orchestration.PipelineHarness;

namespace Alai.Tests.Orchestration;

public sealed class LandingThroughDaemonTests
{
    [Fact]
    public async Task Auto_lands_a_checked_out_clean_target_and_its_files_follow()
    {
        await using var factory = await StartAsync([.. Passes, Builds()], new PipelineSetup { Landing = "auto" });
        var id = await factory.FileAsync();
        Assert.Equal(TaskState.Done, (await factory.RestAsync(id)).State);
        Assert.Equal("", await factory.ShellAsync("git status --porcelain"));
        Assert.Contains("ramen", await File.ReadAllTextAsync(Path.Combine(factory.Product, "lib", "menu.sh")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_checked_out_nowhere_is_moved_too()
    {
        await using var factory = await StartAsync([.. Passes, Builds()], new PipelineSetup { Landing = "auto", Bare = true });
        var id = await factory.FileAsync();
        Assert.Equal(TaskState.Done, (await factory.RestAsync(id)).State);
        Assert.Contains("ramen", await factory.OnMainAsync("lib/menu.sh"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_says_how_to_merge_and_lands_nothing()
    {
        await using var factory = await StartAsync([.. Passes, Builds()], new PipelineSetup { Landing = "never" });
        var held = await factory.RestAsync(await factory.FileAsync());
        Assert.Contains($"git merge {held.Branch}", held.Hold!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dirty_checkout_is_held_with_the_command_and_lands_once_it_is_clean()
    {
        await using var factory = await StartAsync([.. Passes, Builds()], new PipelineSetup { Landing = "auto" });
        await factory.ShellAsync("echo '# mine' >> lib/base.sh");
        var id = await factory.FileAsync();
        var held = await factory.RestAsync(id);
        Assert.Contains("merge --ff-only", held.Hold!.Text, StringComparison.Ordinal);
        Assert.Contains("uncommitted", held.Hold.Text, StringComparison.Ordinal);
        await factory.ShellAsync("git checkout -q lib/base.sh");
        Assert.Equal(TaskState.Done, (await factory.LandAsync(id)).State);
        Assert.Contains("ramen", await factory.OnMainAsync("lib/menu.sh"), StringComparison.Ordinal);
        Assert.Equal(["failed", "done"], factory.Factory.Reader.Effects(id).Select(effect => effect.Status));
        Assert.Null((await factory.RevertAsync(id)).Refusal);
        Assert.Equal("", await factory.ShellAsync("git ls-tree --name-only main lib/menu.sh"));
    }

    [Fact]
    public async Task What_a_person_landed_by_the_printed_command_is_seen_and_not_landed_again()
    {
        await using var factory = await StartAsync([.. Passes, Builds()], new PipelineSetup { Landing = "auto" });
        await factory.ShellAsync("echo '# mine' >> lib/base.sh");
        var id = await factory.FileAsync();
        var held = await factory.RestAsync(id);
        await factory.ShellAsync($"git merge -q --ff-only {held.Branch}; git commit -qam mine");
        var tip = await factory.ShellAsync("git rev-parse main");
        Assert.Equal(TaskState.Done, (await factory.LandAsync(id)).State);
        Assert.Equal(tip, await factory.ShellAsync("git rev-parse main"));
        Assert.Null((await factory.RevertAsync(id)).Refusal);
        Assert.Equal("", await factory.ShellAsync("git ls-tree --name-only main lib/menu.sh"));
        Assert.Contains("mine", await factory.OnMainAsync("lib/base.sh"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_moved_is_merged_and_the_merge_is_proved_first()
    {
        await using var factory = await StartAsync([.. Passes, Builds()]);
        var id = await factory.FileAsync();
        await factory.RestAsync(id);
        await factory.ShellAsync("echo more > lib/more.sh; git add -A; git commit -qm More");
        Assert.Equal(TaskState.Done, (await factory.LandAsync(id)).State);
        Assert.Equal("more", await factory.OnMainAsync("lib/more.sh"));
        Assert.Contains("ramen", await factory.OnMainAsync("lib/menu.sh"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merge_that_fails_the_tests_is_held_and_the_target_stays()
    {
        await using var factory = await StartAsync([.. Passes, Builds()]);
        var id = await factory.FileAsync();
        await factory.RestAsync(id);
        await factory.ShellAsync("echo '! grep -q ramen lib/menu.sh' > tests/test_ramen.sh; git add -A; git commit -qm 'No ramen'");
        var tip = await factory.ShellAsync("git rev-parse main");
        var held = await factory.LandAsync(id);
        Assert.Contains("no longer passes", held.Hold!.Text, StringComparison.Ordinal);
        Assert.Equal(tip, await factory.ShellAsync("git rev-parse main"));
    }

    [Fact]
    public async Task A_conflict_is_held_with_the_files_it_is_in()
    {
        await using var factory = await StartAsync([.. Passes, Builds()]);
        var id = await factory.FileAsync();
        await factory.RestAsync(id);
        await factory.ShellAsync("echo other > lib/menu.sh; git add -A; git commit -qm Other");
        var held = await factory.LandAsync(id);
        Assert.Contains("conflicts in lib/menu.sh", held.Hold!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rewritten_target_does_not_get_back_what_was_thrown_away()
    {
        await using var factory = await StartAsync([.. Passes, Builds()]);
        await factory.ShellAsync("echo secret > lib/secret.sh; git add -A; git commit -qm Oops");
        var id = await factory.FileAsync();
        await factory.RestAsync(id);
        await factory.ShellAsync("git reset -q --hard HEAD~1");
        var tip = await factory.ShellAsync("git rev-parse main");
        var held = await factory.LandAsync(id);
        Assert.Contains("rewritten", held.Hold!.Text, StringComparison.Ordinal);
        Assert.Equal(tip, await factory.ShellAsync("git rev-parse main"));
    }

    [Fact]
    public async Task Two_roots_land_one_after_the_other_and_both_are_there()
    {
        await using var factory = await StartAsync(
            [.. Passes, Builds("lib/prices.sh", "echo 120\necho 140\n", "Add the prices"), Builds()], new PipelineSetup { Landing = "auto" });
        var one = await factory.FileAsync();
        var two = await factory.FileAsync("Add the prices");
        Assert.Equal(TaskState.Done, (await factory.RestAsync(one)).State);
        Assert.Equal(TaskState.Done, (await factory.RestAsync(two)).State);
        Assert.Contains("ramen", await factory.OnMainAsync("lib/menu.sh"), StringComparison.Ordinal);
        Assert.Contains("140", await factory.OnMainAsync("lib/prices.sh"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_persons_commits_on_the_branch_are_proved_reviewed_and_landed_as_theirs()
    {
        await using var factory = await StartAsync([.. Passes, Builds()]);
        var id = await factory.FileAsync();
        var held = await factory.RestAsync(id);
        await factory.ShellAsync($"git worktree add -q ../mine {held.Branch}; cd ../mine; echo 'echo udon 99' >> lib/menu.sh; git commit -qam 'Add udon'");
        Assert.Null((await factory.ApproveAsync(id)).Refusal);
        await factory.UntilAsync(id, () => factory.Family(id).Count == 5 && factory.Root(id).State == TaskState.Held);
        Assert.Equal("BUILD0 REVIEW0 SECURITY0 REVIEW0 SECURITY0", factory.Stages(id));
        Assert.Contains("Anna: Add udon", factory.Story(id), StringComparison.Ordinal);
        Assert.NotEqual(held.ArtefactHash, factory.Root(id).ArtefactHash);

        // The reviewer is shown what the daemon saw of this tree, not of the one the agent built.
        var shown = StageInput.Parse(factory.Factory.Reader.Input(factory.Family(id).Last(task => task.Lineage.Stage == Stage.Review).Id)).Checks;
        Assert.Contains(shown, check => check is { Passed: true, Command: "sh tests/run.sh" } && check.TreeHash == factory.Root(id).ArtefactHash);
        Assert.Contains("look again", (await factory.ApproveAsync(id, held.ArtefactHash)).Refusal, StringComparison.Ordinal);
        Assert.Equal(TaskState.Done, (await factory.LandAsync(id)).State);
        Assert.Contains("udon", await factory.OnMainAsync("lib/menu.sh"), StringComparison.Ordinal);
        Assert.Equal("Anna", await factory.ShellAsync("git log -1 --format=%an main"));
    }

    [Fact]
    public async Task A_rewritten_branch_of_ours_is_never_overwritten_nor_landed()
    {
        await using var factory = await StartAsync([.. Passes, Builds()]);
        var id = await factory.FileAsync();
        var held = await factory.RestAsync(id);
        await factory.ShellAsync($"git branch -f {held.Branch} main");
        var after = await factory.LandAsync(id);
        Assert.Contains("was rewritten", after.Hold!.Text, StringComparison.Ordinal);
        Assert.Equal("", await factory.ShellAsync("git ls-tree --name-only main lib/menu.sh"));
    }

    [Fact]
    public async Task A_change_to_what_proves_or_delivers_needs_a_person_whatever_landing_says()
    {
        await using var factory = await StartAsync(
            [.. Passes, Builds()], new PipelineSetup { Landing = "auto", Deploy = "deploy:\n  staging:\n    commands: [\"sh lib/menu.sh\"]\nprotected_paths: [\"conf/**\"]\n" });
        var id = await factory.FileAsync();
        await factory.RestAsync(id);
        var held = factory.Held(id);
        Assert.Equal((HoldCode.NeedsApproval, Stage.Build), (held.Hold!.Code, held.Lineage.Stage!.Value));
        Assert.Contains("run by set-up, verification or deployment", held.Hold.Text, StringComparison.Ordinal);

        // The yes to exactly this result takes the place of the agent; the rest goes on by itself.
        Assert.Null((await factory.ApproveAsync(id)).Refusal);
        await factory.UntilAsync(id, () => factory.Root(id).State == TaskState.Done);
    }

    [Fact]
    public async Task What_ran_without_a_sandbox_never_lands_by_itself()
    {
        await using var factory = await StartAsync([.. Passes, Builds()], new PipelineSetup { Landing = "auto", AllowUnsandboxedLanding = false });
        var id = await factory.FileAsync();
        var end = await factory.RestAsync(id);
        var unsandboxed = factory.Runs(id).Any(run => run.Figures.Sandbox == "S0");
        Assert.Equal(unsandboxed ? TaskState.Held : TaskState.Done, end.State);
    }

    [Fact]
    public async Task A_product_file_edited_meanwhile_is_what_the_merge_is_proved_by()
    {
        await using var factory = await StartAsync([.. Passes, Builds()]);
        var id = await factory.FileAsync();
        await factory.RestAsync(id);
        factory.WriteProduct(verify: "false");
        await factory.ShellAsync("echo more > lib/more.sh; git add -A; git commit -qm More");
        var held = await factory.LandAsync(id);
        Assert.Contains("no longer passes", held.Hold!.Text, StringComparison.Ordinal);
    }
}
