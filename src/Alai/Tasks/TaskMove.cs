namespace Alai.Tasks;

/// <summary>What becomes of a task.</summary>
public sealed record TaskMove
{
    /// <summary>The state after.</summary>
    public required TaskState To { get; init; }

    /// <summary>Not null exactly when <see cref="To"/> is held.</summary>
    public Hold? Hold { get; init; }

    /// <summary>Not claimed before this time; null leaves it.</summary>
    public DateTimeOffset? RunAt { get; init; }

    /// <summary>Why it waits until then.</summary>
    public string WaitReason { get; init; } = "";

    /// <summary>The tier of the next run; null leaves it.</summary>
    public int? Tier { get; init; }

    /// <summary>What came of it, in one line; null leaves it.</summary>
    public string? Outcome { get; init; }

    /// <summary>Attached to the next attempt's prompt; null leaves it.</summary>
    public string? LastFailure { get; init; }

    /// <summary>The branch that carries the result; null leaves it.</summary>
    public string? Branch { get; init; }

    /// <summary>The hash of the result; null leaves it.</summary>
    public string? ArtefactHash { get; init; }
}
