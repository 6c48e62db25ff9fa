namespace Alai.Tasks;

/// <summary>What a minion gives back. Its words are hints; only the gate's checks are evidence.</summary>
public sealed record WorkReport
{
    /// <summary>Null when the agent says it finished; else why it could not.</summary>
    public RunOutcome? Failure { get; init; }

    /// <summary>One line: what ended the run.</summary>
    public required string Reason { get; init; }

    /// <summary>The agent's own last words; never evidence.</summary>
    public string Summary { get; init; } = "";

    /// <summary>An answer in text or JSON, for stages that change no file.</summary>
    public string Answer { get; init; } = "";

    /// <summary>When a quota ends, or null.</summary>
    public DateTimeOffset? QuotaUntil { get; init; }

    /// <summary>A hold the executor asks for (human-queue, a question), or null.</summary>
    public Hold? Hold { get; init; }

    /// <summary>What it used.</summary>
    public RunFigures Figures { get; init; } = new();
}
