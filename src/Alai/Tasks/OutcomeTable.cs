namespace Alai.Tasks;

/// <summary>The class of every outcome, as data.</summary>
public static class OutcomeTable
{
    /// <summary>The class of an outcome.</summary>
    public static OutcomeClass ClassOf(RunOutcome outcome) => outcome switch
    {
        RunOutcome.NoChange or RunOutcome.VerifyFailed or RunOutcome.Format or RunOutcome.Loop
            or RunOutcome.ContextOverflow or RunOutcome.Truncated or RunOutcome.LimitSteps
            or RunOutcome.LimitTime or RunOutcome.Refused => OutcomeClass.Work,
        RunOutcome.ModelUnavailable or RunOutcome.Stalled or RunOutcome.Crashed
            or RunOutcome.LostWorker => OutcomeClass.Transient,
        RunOutcome.Quota => OutcomeClass.Quota,
        RunOutcome.Auth or RunOutcome.Denied or RunOutcome.SandboxUnavailable or RunOutcome.MissingDependency
            or RunOutcome.RedBase or RunOutcome.BadConfig => OutcomeClass.Config,
        RunOutcome.Verified or RunOutcome.Cancelled or RunOutcome.Unknown => OutcomeClass.Other,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "an outcome outside the closed set"),
    };

    /// <summary>Whether the outcome escalates at once instead of retrying the same tier first.</summary>
    public static bool EscalatesAtOnce(RunOutcome outcome) =>
        outcome is RunOutcome.NoChange or RunOutcome.Loop or RunOutcome.Format or RunOutcome.Refused;

    /// <summary>How many of this outcome in a row hold the task: 3 for a crash or a lost worker, 10 for other transient ones.</summary>
    public static int HoldsAfter(RunOutcome outcome) =>
        outcome is RunOutcome.Crashed or RunOutcome.LostWorker ? 3 : 10;
}
