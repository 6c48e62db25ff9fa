using Alai.Tasks;

namespace Alai.Quality;

/// <summary>
/// What follows from a run's end: the table of design section 2 as one function of (progress, end, limits).
/// Only the clock and the jitter come from outside.
/// </summary>
public sealed class EscalationPolicy(TimeProvider time, Random random)
{
    private const int AttemptsPerTier = 2;
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(5);

    // A provider that refuses without naming its reset is asked again after this.
    private static readonly TimeSpan UnstatedQuota = TimeSpan.FromMinutes(15);

    /// <summary>Decides.</summary>
    /// <param name="progress">The task's counters as they were before this run ended.</param>
    /// <param name="end">How the run ended.</param>
    /// <param name="limits">What the factory may do by itself.</param>
    public Consequence Decide(TaskProgress progress, RunEnd end, EscalationLimits limits)
    {
        if (end.Hold is { } hold)
            return new Consequence(VerdictWord.ToHuman, Held(hold, end), hold.Text);
        return OutcomeTable.ClassOf(end.Outcome) switch
        {
            OutcomeClass.Work => AfterWork(progress, end, limits),
            OutcomeClass.Transient => AfterTransient(progress, end),
            OutcomeClass.Quota => AfterQuota(end),
            OutcomeClass.Config => ToHuman(end, end.Outcome == RunOutcome.SandboxUnavailable ? HoldCode.Sandbox : HoldCode.Config, end.Reason, "operator"),
            _ => AfterOther(end),
        };
    }

    private static Consequence AfterWork(TaskProgress progress, RunEnd end, EscalationLimits limits)
    {
        var attempts = progress.Attempts + 1;
        if (attempts >= limits.Attempts)
            return Exhausted(end, $"{attempts} of {limits.Attempts} attempts failed; the last: {end.Reason}");
        var climbs = limits.NextTier is < Tier.Human && progress.Escalations < limits.Escalations;
        var retryLeft = attempts < AttemptsPerTier * (progress.Escalations + 1);
        if (OutcomeTable.EscalatesAtOnce(end.Outcome) ? climbs : climbs && !retryLeft)
            return Escalate(end, limits.NextTier!.Value);

        // An outcome that should climb at once but cannot still gets the one retry of its tier.
        if (retryLeft)
            return Retry(end);
        var why = progress.Escalations >= limits.Escalations ? $"{progress.Escalations} of {limits.Escalations} escalations are used" : limits.NoNextTier;
        return Exhausted(end, $"{attempts} attempts failed and {why}; the last: {end.Reason}");
    }

    private Consequence AfterTransient(TaskProgress progress, RunEnd end)
    {
        var row = progress.TransientsInARow + 1;
        var most = OutcomeTable.HoldsAfter(end.Outcome);
        if (row >= most)
        {
            var code = end.Outcome is RunOutcome.Crashed or RunOutcome.LostWorker ? HoldCode.OutcomeUnknown : HoldCode.Config;
            return ToHuman(end, code, $"{SnakeWord<RunOutcome>.Of(end.Outcome)} {row} times in a row; the last: {end.Reason}", "operator");
        }

        var wait = BackOff(row - 1);
        var reason = $"{SnakeWord<RunOutcome>.Of(end.Outcome)} ({row} in a row): {end.Reason}";
        return new Consequence(VerdictWord.Retry, Open(time.GetUtcNow() + wait, reason), reason);
    }

    private Consequence AfterQuota(RunEnd end)
    {
        var until = end.QuotaUntil ?? time.GetUtcNow() + UnstatedQuota;
        var reason = end.QuotaUntil is null ? $"quota used up, no reset was stated: {end.Reason}" : $"quota used up: {end.Reason}";
        return new Consequence(VerdictWord.Retry, Open(until, reason), reason);
    }

    private static Consequence AfterOther(RunEnd end) => end.Outcome switch
    {
        RunOutcome.Verified => new Consequence(VerdictWord.Accept, new TaskMove { To = TaskState.Done, Outcome = end.Reason, LastFailure = "" }, end.Reason),
        RunOutcome.Cancelled => new Consequence(VerdictWord.ToHuman, new TaskMove { To = TaskState.Cancelled, Outcome = end.Reason }, end.Reason),
        _ => ToHuman(end, HoldCode.OutcomeUnknown, end.Reason, "owner"),
    };

    private static Consequence Retry(RunEnd end) => new(
        VerdictWord.Retry,
        new TaskMove { To = TaskState.Open, LastFailure = FailureOf(end) },
        $"{end.Reason}; once more on the same tier with the failure attached",
        CountsAttempt: true);

    private static Consequence Escalate(RunEnd end, int tier) => new(
        VerdictWord.Escalate,
        new TaskMove { To = TaskState.Open, Tier = tier, LastFailure = FailureOf(end) },
        $"{end.Reason}; on to tier {tier}",
        CountsAttempt: true,
        CountsEscalation: true);

    private static Consequence Exhausted(RunEnd end, string text) =>
        ToHuman(end, HoldCode.AttemptsExhausted, text, "owner") with { CountsAttempt = true };

    private static Consequence ToHuman(RunEnd end, HoldCode code, string text, string liftedBy) =>
        new(VerdictWord.ToHuman, Held(new Hold(code, text, liftedBy), end), text);

    private static TaskMove Held(Hold hold, RunEnd end) => new()
    {
        To = TaskState.Held,
        Hold = hold,
        LastFailure = end.Outcome == RunOutcome.Verified ? null : FailureOf(end),
    };

    private static TaskMove Open(DateTimeOffset runAt, string why) => new() { To = TaskState.Open, RunAt = runAt, WaitReason = why };

    private static string FailureOf(RunEnd end) => end.Failure.Length > 0 ? end.Failure : end.Reason;

    // Jitter shortens, so the cap stays a cap: 80 to 100 % of 10 s x 2^n.
    private TimeSpan BackOff(int n)
    {
        var whole = Math.Min(FirstBackOff.TotalSeconds * Math.Pow(2, Math.Min(n, 20)), LongestBackOff.TotalSeconds);
        return TimeSpan.FromSeconds(whole * (1 - (0.2 * random.NextDouble())));
    }
}
