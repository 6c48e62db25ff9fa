using Alai.Quality;
using Alai.Tasks;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Alai.Tests.Quality;

public sealed class EscalationPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly Gen<RunOutcome> Outcomes = Gen.Int[0, Enum.GetValues<RunOutcome>().Length - 1].Select(i => Enum.GetValues<RunOutcome>()[i]);

    private static readonly Gen<(TaskProgress Progress, RunEnd End, EscalationLimits Limits)> Cases =
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12], Gen.Int[0, 3], Outcomes, Gen.Int[1, 6], Gen.Int[0, 2], Gen.Int[0, 5], (attempts, row, climbs, outcome, most, mostClimbs, next) =>
            (new TaskProgress { Attempts = attempts, TransientsInARow = row, Escalations = climbs, Tier = 1 },
             new RunEnd(outcome, "because"),
             new EscalationLimits { Attempts = most, Escalations = mostClimbs, NextTier = next == 0 ? null : next }));

    private readonly EscalationPolicy policy = new(new FakeTimeProvider(Now), new Random(1));

    [Fact]
    public void Every_end_leads_to_exactly_one_legal_move() => Cases.Sample(c =>
    {
        var next = policy.Decide(c.Progress, c.End, c.Limits);
        Assert.Equal(next.Move.To == TaskState.Held, next.Move.Hold is not null);
        Assert.True(TaskStateTable.Allows(TaskState.Running, next.Move.To, byPerson: c.End.Outcome == RunOutcome.Cancelled));
        Assert.Equal(c.End.Outcome == RunOutcome.Verified, next.Word == VerdictWord.Accept);
        Assert.Equal(next.Word == VerdictWord.Accept, next.Move.To == TaskState.Done);
    });

    [Fact]
    public void Only_work_outcomes_use_attempts() => Cases.Sample(c =>
        Assert.Equal(OutcomeTable.ClassOf(c.End.Outcome) == OutcomeClass.Work, policy.Decide(c.Progress, c.End, c.Limits).CountsAttempt));

    [Fact]
    public void It_never_climbs_to_a_person_beyond_the_limit_or_without_a_tier() => Cases.Sample(c =>
    {
        var next = policy.Decide(c.Progress, c.End, c.Limits);
        if (next.Word != VerdictWord.Escalate)
            return;
        Assert.Equal(c.Limits.NextTier, next.Move.Tier);
        Assert.True(next.Move.Tier < Tier.Human && c.Progress.Escalations < c.Limits.Escalations && next.CountsEscalation);
        Assert.NotEqual("", next.Move.LastFailure ?? "");
    });

    [Fact]
    public void Every_task_comes_to_rest_whatever_keeps_failing() => Gen.Select(Outcomes.Array[40], Gen.Int[1, 6], Gen.Int[0, 3]).Sample((outcomes, most, climbs) =>
    {
        var progress = new TaskProgress { Tier = 1 };
        foreach (var outcome in outcomes.Where(outcome => OutcomeTable.ClassOf(outcome) == OutcomeClass.Work))
        {
            var limits = new EscalationLimits { Attempts = most, Escalations = climbs, NextTier = progress.Tier < 4 ? progress.Tier + 1 : null };
            var next = policy.Decide(progress, new RunEnd(outcome, "failed"), limits);
            progress = progress with { Attempts = progress.Attempts + 1, Escalations = progress.Escalations + (next.CountsEscalation ? 1 : 0), Tier = next.Move.Tier ?? progress.Tier };
            Assert.True(progress.Attempts <= most);
            if (next.Move.To == TaskState.Held)
                return;
        }
    });

    [Fact]
    public void A_failed_verification_is_retried_once_then_escalated_then_a_persons()
    {
        var limits = new EscalationLimits { NextTier = 2 };
        var end = new RunEnd(RunOutcome.VerifyFailed, "verification: './test' ended with exit code 1") { Failure = "the log" };
        var first = policy.Decide(new TaskProgress { Tier = 1 }, end, limits);
        var second = policy.Decide(new TaskProgress { Tier = 1, Attempts = 1 }, end, limits);
        var third = policy.Decide(new TaskProgress { Tier = 2, Attempts = 2, Escalations = 1 }, end, limits);
        Assert.Equal((VerdictWord.Retry, "the log"), (first.Word, first.Move.LastFailure));
        Assert.Equal((VerdictWord.Escalate, 2), (second.Word, second.Move.Tier));
        Assert.Equal((VerdictWord.ToHuman, HoldCode.AttemptsExhausted), (third.Word, third.Move.Hold!.Code));
    }

    [Theory]
    [InlineData(RunOutcome.NoChange)]
    [InlineData(RunOutcome.Loop)]
    [InlineData(RunOutcome.Format)]
    [InlineData(RunOutcome.Refused)]
    public void Some_failures_escalate_at_once(RunOutcome outcome)
    {
        var end = new RunEnd(outcome, "no");
        Assert.Equal(VerdictWord.Escalate, policy.Decide(new TaskProgress { Tier = 1 }, end, new EscalationLimits { NextTier = 2 }).Word);
        Assert.Equal(VerdictWord.Retry, policy.Decide(new TaskProgress { Tier = 1 }, end, new EscalationLimits()).Word);
    }

    [Fact]
    public void Transient_trouble_backs_off_with_a_cap_and_is_held_in_the_end() => Gen.Int[0, 12].Sample(row =>
    {
        var next = policy.Decide(new TaskProgress { TransientsInARow = row }, new RunEnd(RunOutcome.ModelUnavailable, "refused"), new EscalationLimits());
        if (row + 1 >= 10)
        {
            Assert.Equal(HoldCode.Config, next.Move.Hold!.Code);
            return;
        }

        var whole = Math.Min(10 * Math.Pow(2, row), 300);
        Assert.InRange((next.Move.RunAt!.Value - Now).TotalSeconds, whole * 0.8, whole);
        Assert.NotEqual("", next.Move.WaitReason);
    });

    [Theory]
    [InlineData(RunOutcome.Crashed, 1, false)]
    [InlineData(RunOutcome.Crashed, 2, true)]
    [InlineData(RunOutcome.LostWorker, 2, true)]
    [InlineData(RunOutcome.Stalled, 2, false)]
    public void Crashes_are_held_sooner(RunOutcome outcome, int before, bool held)
    {
        var next = policy.Decide(new TaskProgress { TransientsInARow = before }, new RunEnd(outcome, "gone"), new EscalationLimits());
        Assert.Equal(held, next.Move.Hold is not null);
    }

    [Fact]
    public void A_quota_waits_for_its_stated_reset()
    {
        var until = Now.AddHours(5);
        var next = policy.Decide(new TaskProgress(), new RunEnd(RunOutcome.Quota, "limit") { QuotaUntil = until }, new EscalationLimits());
        Assert.Equal((TaskState.Open, until), (next.Move.To, next.Move.RunAt!.Value));
    }

    [Fact]
    public void A_verified_result_with_a_hold_is_not_accepted()
    {
        var hold = new Hold(HoldCode.NeedsApproval, "tests were removed");
        var next = policy.Decide(new TaskProgress(), new RunEnd(RunOutcome.Verified, "ok") { Hold = hold }, new EscalationLimits());
        Assert.Equal((VerdictWord.ToHuman, hold), (next.Word, next.Move.Hold));
    }

    [Theory]
    [InlineData(RunOutcome.SandboxUnavailable, HoldCode.Sandbox)]
    [InlineData(RunOutcome.MissingDependency, HoldCode.Config)]
    [InlineData(RunOutcome.RedBase, HoldCode.Config)]
    [InlineData(RunOutcome.Unknown, HoldCode.OutcomeUnknown)]
    public void What_the_machine_lacks_is_held_with_its_fix(RunOutcome outcome, HoldCode code)
    {
        var next = policy.Decide(new TaskProgress(), new RunEnd(outcome, "install it"), new EscalationLimits());
        Assert.Equal((code, "install it"), (next.Move.Hold!.Code, next.Move.Hold.Text));
    }
}
