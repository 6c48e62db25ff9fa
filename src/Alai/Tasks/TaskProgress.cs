namespace Alai.Tasks;

/// <summary>How far the factory has come with a task.</summary>
public sealed record TaskProgress
{
    /// <summary>Attempts used; at most three by default.</summary>
    public int Attempts { get; init; }

    /// <summary>Transient outcomes in a row; reset by any other outcome.</summary>
    public int TransientsInARow { get; init; }

    /// <summary>Escalations used; at most one by default.</summary>
    public int Escalations { get; init; }

    /// <summary>The tier the next run starts at; 0 until routed.</summary>
    public int Tier { get; init; }

    /// <summary>Not claimed before this time.</summary>
    public DateTimeOffset RunAt { get; init; }

    /// <summary>Why it waits until <see cref="RunAt"/>, in words; empty when it does not wait.</summary>
    public string WaitReason { get; init; } = "";

    /// <summary>What the last attempt failed with, attached to the next prompt; empty when there was none.</summary>
    public string LastFailure { get; init; } = "";
}
