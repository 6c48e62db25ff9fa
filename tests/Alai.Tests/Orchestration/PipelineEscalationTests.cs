using Alai.Rehearsal;
using Alai.Tasks;
using static Alai.Tests.Orchestration.PipelineHarness;

namespace Alai.Tests.Orchestration;

public sealed class PipelineEscalationTests
{
    private const string Paid = """
        tiers:
          1: { model: "small:8b", hosts: [forge], executors: [ollama-tool], idle_s: 60 }
          4: { model: sonnet, executors: [claude-cli], idle_s: 600, paid: true, max_runs: 2 }
          5: { executors: [human-queue] }
        """;

    private static readonly RehearsalRule BadAlways = Builds("lib/base.sh", "echo ramen\necho nothing else\n");

    [Fact]
    public async Task An_escalation_carries_the_failure_along_and_succeeds_on_the_tier_above()
    {
        await using var factory = await StartAsync(
        [
            .. Passes,
            Builds() with { When = new RehearsalWhen { Tools = true, Model = Large, Any = "the-sushi-is-gone" } },
            BadAlways,
        ]);
        var id = await factory.FileAsync(tier: 1);
        Assert.Equal(HoldCode.NeedsApproval, (await factory.RestAsync(id)).Hold!.Code);
        var runs = factory.Runs(id).Where(run => run.Stage == Stage.Build).ToList();
        Assert.Equal([RunOutcome.VerifyFailed, RunOutcome.VerifyFailed, RunOutcome.Verified], runs.Select(run => run.Outcome!.Value));
        Assert.Equal([Small, Small, Large], runs.Select(run => run.Figures.Model));
        Assert.Equal((3, 1), (factory.Family(id)[0].Progress.Attempts, factory.Family(id)[0].Progress.Escalations));
    }

    [Fact]
    public async Task After_three_attempts_and_one_escalation_a_person_decides()
    {
        await using var factory = await StartAsync([.. Passes, BadAlways]);
        var id = await factory.FileAsync(tier: 1);
        await factory.RestAsync(id);
        Assert.Equal(HoldCode.AttemptsExhausted, factory.Held(id).Hold!.Code);
        Assert.Equal(3, factory.Runs(id).Count);
        Assert.Contains("test", factory.Family(id)[0].Progress.LastFailure, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_paid_tier_is_never_entered_by_failing()
    {
        await using var factory = await StartAsync([.. Passes, BadAlways], new PipelineSetup { Settings = Paid });
        var id = await factory.FileAsync(tier: 1);
        await factory.RestAsync(id);
        Assert.Equal(HoldCode.AttemptsExhausted, factory.Held(id).Hold!.Code);
        Assert.All(factory.Runs(id), run => Assert.False(run.Route.Paid));
        Assert.Equal(0, factory.Factory.Reader.Paid(DateTimeOffset.UnixEpoch, id).DayMicroUsd);
    }

    [Fact]
    public async Task Where_the_owner_allows_it_the_paid_tier_is_reached_and_says_what_it_still_needs()
    {
        await using var factory = await StartAsync([.. Passes, BadAlways], new PipelineSetup { Settings = Paid + "\nbudgets: { paid_usd_per_day: 10, paid_usd_per_task: 2, escalate_into_paid: true }" });
        var id = await factory.FileAsync(tier: 1);
        await factory.RestAsync(id);
        var held = factory.Held(id);
        Assert.Equal(HoldCode.Config, held.Hold!.Code);
        Assert.Contains("model proxy", held.Hold.Text, StringComparison.Ordinal);
        Assert.True(factory.Runs(id)[^1].Route.Paid);
        Assert.Equal(0, factory.Factory.Reader.Paid(DateTimeOffset.UnixEpoch, id).DayMicroUsd);
    }

    [Fact]
    public async Task A_busy_model_costs_no_attempt_and_is_asked_again_after_the_back_off()
    {
        await using var factory = await StartAsync(
            [new RehearsalRule { When = new RehearsalWhen { Tools = true }, Times = 1, Answers = [new RehearsalAnswer { Scenario = Scenario.Vanish }] }, .. Passes, Builds()]);
        var id = await factory.FileAsync();
        await factory.UntilAsync(id, () => factory.Runs(id).Any(run => run.Outcome is not null));
        var first = factory.Family(id)[0];
        Assert.Equal((0, 1), (first.Progress.Attempts, first.Progress.TransientsInARow));
        Assert.NotEmpty(first.Progress.WaitReason);
        factory.ModelsReturn();
        factory.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HoldCode.NeedsApproval, (await factory.RestAsync(id)).Hold!.Code);
        Assert.Equal(1, factory.Family(id)[0].Progress.Attempts);
    }

    [Fact]
    public async Task A_red_base_is_held_with_the_fix_and_uses_no_attempt()
    {
        await using var factory = await StartAsync([.. Passes, Builds()]);
        await factory.ShellAsync("echo 'exit 1' > tests/test_red.sh; git add -A; git commit -qm Red");
        var id = await factory.FileAsync();
        await factory.RestAsync(id);
        var held = factory.Held(id);
        Assert.Equal((HoldCode.Config, 0), (held.Hold!.Code, held.Progress.Attempts));
        Assert.Equal(RunOutcome.RedBase, Assert.Single(factory.Runs(id)).Outcome);
    }

    [Fact]
    public void A_tier_whose_quota_is_used_up_rests_until_the_stated_time_and_no_other_does()
    {
        var now = DateTimeOffset.UnixEpoch;
        var pauses = new Alai.Orchestration.QuotaPauses([new TierRest(3, now)]);
        pauses.Pause(new TierRest(4, now.AddHours(2)));
        pauses.Pause(new TierRest(4, now.AddHours(1)));
        Assert.Equal(now.AddHours(2), pauses.Until(4, now));
        Assert.Null(pauses.Until(3, now));
        Assert.Null(pauses.Until(1, now));
        Assert.Null(pauses.Until(4, now.AddHours(2)));
    }
}
