namespace Alai.Tasks;

/// <summary>What Mission Control writes in one transaction when a run ends; all or nothing, outbox rows included.</summary>
public sealed record Transition
{
    /// <summary>The run, its fence and owner; a stale key writes nothing but a <c>stale</c> event.</summary>
    public required RunKey Key { get; init; }

    /// <summary>How the run ended.</summary>
    public required RunOutcome Outcome { get; init; }

    /// <summary>What becomes of the stage task.</summary>
    public required TaskMove Move { get; init; }

    /// <summary>Whether an attempt is used.</summary>
    public bool CountsAttempt { get; init; }

    /// <summary>Whether an escalation is used.</summary>
    public bool CountsEscalation { get; init; }

    /// <summary>One line for people: why it ended this way.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Tokens, cost and steps.</summary>
    public RunFigures Figures { get; init; } = new();

    /// <summary>A refined classification to keep with the task, or null.</summary>
    public Classification? Classification { get; init; }

    /// <summary>What the run's record was at its end, or null when there is none.</summary>
    public RecordSeal? Record { get; init; }

    /// <summary>What the gate saw.</summary>
    public IReadOnlyList<CheckResult> Checks { get; init; } = [];

    /// <summary>What a judging stage said, or null.</summary>
    public Judgement? Judgement { get; init; }

    /// <summary>What becomes of the root, or null when it stays.</summary>
    public TaskMove? Root { get; init; }

    /// <summary>Tasks to file: the next stage, a rework, a follow-up root.</summary>
    public IReadOnlyList<NewTask> Children { get; init; } = [];

    /// <summary>A tier that rests from now on, or null.</summary>
    public TierRest? Rest { get; init; }

    /// <summary>Side effects to come, each retried alone.</summary>
    public IReadOnlyList<OutboxItem> Outbox { get; init; } = [];
}
