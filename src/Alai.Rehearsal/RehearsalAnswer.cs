namespace Alai.Rehearsal;

/// <summary>One answer of a scripted model.</summary>
public sealed record RehearsalAnswer
{
    /// <summary>How it behaves.</summary>
    public Scenario Scenario { get; init; } = Scenario.Text;

    /// <summary>Its text; <c>${artefact}</c> stands for the artefact hash named in the prompt.</summary>
    public string Text { get; init; } = "";

    /// <summary>Its reasoning.</summary>
    public string Thinking { get; init; } = "";

    /// <summary>Its calls.</summary>
    public IReadOnlyList<RehearsalCall> Calls { get; init; } = [];

    /// <summary>Milliseconds before it answers, and between pieces of a slow drip.</summary>
    public int DelayMs { get; init; }

    /// <summary>The prompt tokens it claims to have read; null counts them.</summary>
    public int? PromptTokens { get; init; }
}
