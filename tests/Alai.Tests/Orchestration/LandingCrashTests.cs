using Alai.Tasks;
using static Alai.Tests.Orchestration.PipelineHarness;

namespace Alai.Tests.Orchestration;

/// <summary>The factory is killed at every point of advance and landing, and started again.</summary>
public sealed class LandingCrashTests
{
    [Theory]
    [InlineData("land.before_intent")]
    [InlineData("land.after_intent")]
    [InlineData("land.after_move")]
    [InlineData("land.after_outcome")]
    [InlineData("land.after_advance")]
    public async Task A_kill_at_any_point_of_landing_lands_exactly_once(string point)
    {
        await using var factory = await StartAsync([.. Passes, Builds()], new PipelineSetup { Landing = "auto" });
        var reached = factory.StopAtAsync(name => name == point);
        var id = await factory.FileAsync();
        Assert.Equal(point, await reached.WaitAsync(Patience.Default, TestContext.Current.CancellationToken));
        // Somebody else goes on working on the target while the daemon is dead.
        await factory.ShellAsync("git checkout -q main; echo more > lib/more.sh; git add -A; git commit -qm More");
        await factory.KillAndRestartAsync();
        await factory.UntilAsync(id, () => factory.Root(id).State == TaskState.Done);
        Assert.Equal("1", await factory.ShellAsync("git log --format=%H main -- lib/menu.sh | wc -l | tr -d ' '"));
        Assert.Equal(1, factory.Factory.Reader.Events(id, 0, 500).Count(line => line.Kind == "landed"));
        Assert.Empty(factory.Factory.Reader.OpenEffects());
        Assert.Equal("BUILD0 REVIEW0 SECURITY0", factory.Stages(id));
        var done = Assert.Single(factory.Factory.Reader.Effects(id), effect => effect.Status == "done");
        await factory.ShellAsync($"git merge-base --is-ancestor {done.IdempotencyKey.Split(':')[^1]} main");
    }

    [Theory]
    [InlineData("revert.after_intent", "reverted")]
    [InlineData("revert.after_move", "reverted on main")]
    [InlineData("revert.after_outcome", "reverted before")]
    public async Task A_kill_at_any_point_of_a_revert_reverts_exactly_once(string point, string answer)
    {
        await using var factory = await StartAsync([.. Passes, Builds()], new PipelineSetup { Landing = "auto" });
        var id = await factory.FileAsync();
        await factory.UntilAsync(id, () => factory.Root(id).State == TaskState.Done);
        var reached = factory.StopAtAsync(name => name == point);
        var reverting = factory.RevertAsync(id);
        Assert.Equal(point, await reached.WaitAsync(Patience.Default, TestContext.Current.CancellationToken));
        await factory.KillAndRestartAsync();
        var again = await factory.RevertAsync(id);
        Assert.Contains(answer, again.Refusal ?? factory.Story(id), StringComparison.Ordinal);
        Assert.False(reverting.IsCompleted);
        Assert.Equal("2", await factory.ShellAsync("git log --format=%H main -- lib/menu.sh | wc -l | tr -d ' '"));
        Assert.Equal("", await factory.ShellAsync("git ls-tree --name-only main lib/menu.sh"));
        Assert.Empty(factory.Factory.Reader.OpenEffects());
    }

    [Theory]
    [InlineData("apply.before.build")]
    [InlineData("apply.after.build")]
    [InlineData("apply.before.review")]
    [InlineData("apply.after.review")]
    [InlineData("apply.before.security")]
    [InlineData("apply.after.security")]
    public async Task A_kill_around_the_end_of_a_stage_files_exactly_one_next_stage(string point)
    {
        await using var factory = await StartAsync([.. Passes, Builds()], new PipelineSetup { Landing = "auto" });
        var reached = factory.StopAtAsync(name => name == point);
        var id = await factory.FileAsync();
        await reached.WaitAsync(Patience.Default, TestContext.Current.CancellationToken);
        await factory.KillAndRestartAsync();
        await factory.UntilAsync(id, () => factory.Root(id).State == TaskState.Done);
        Assert.Equal("BUILD0 REVIEW0 SECURITY0", factory.Stages(id));
        Assert.Equal("1", await factory.ShellAsync("git log --format=%H main -- lib/menu.sh | wc -l | tr -d ' '"));
        Assert.Equal(point.StartsWith("apply.before", StringComparison.Ordinal) ? 1 : 0, factory.Runs(id).Count(run => run.Outcome == RunOutcome.LostWorker));
        Assert.Equal(3, factory.Runs(id).Count(run => run.Outcome == RunOutcome.Verified));
    }
}
