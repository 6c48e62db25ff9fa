using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>One run as stored.</summary>
public sealed record RunRecord
{
    /// <summary>Task, run, fence, owner.</summary>
    public required RunKey Key { get; init; }

    /// <summary>The stage it worked for.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The route it took.</summary>
    public required Route Route { get; init; }

    /// <summary>When it was claimed.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, or null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How it ended, or null while it runs or when it was given back.</summary>
    public RunOutcome? Outcome { get; init; }

    /// <summary>Why, in one line.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The phase it last told of.</summary>
    public string Phase { get; init; } = "";

    /// <summary>What it last told of, one line.</summary>
    public string Note { get; init; } = "";

    /// <summary>The process identities it recorded, or null.</summary>
    public string? Processes { get; init; }

    /// <summary>When it last told of anything.</summary>
    public DateTimeOffset PulsedAt { get; init; }

    /// <summary>The workspace it recorded, or null.</summary>
    public string? Workspace { get; init; }

    /// <summary>Tokens, cost, model, host.</summary>
    public RunFigures Figures { get; init; } = new();

    /// <summary>What the gate saw.</summary>
    public IReadOnlyList<CheckResult> Checks { get; init; } = [];

    /// <summary>What a judging stage said, or null.</summary>
    public Judgement? Judgement { get; init; }

    /// <summary>The hash of its result, or null.</summary>
    public string? ArtefactHash { get; init; }

    /// <summary>The branch of its result, or null.</summary>
    public string? Branch { get; init; }
}
