namespace Alai.Client.Views;

/// <summary>One attempt.</summary>
public sealed record RunView
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The stage task.</summary>
    public long Task { get; init; }

    /// <summary>Its root.</summary>
    public long Root { get; init; }

    /// <summary>The root's title; empty where the root is shown anyway.</summary>
    public string Title { get; init; } = "";

    /// <summary>The stage.</summary>
    public required string Stage { get; init; }

    /// <summary>The tier.</summary>
    public int Tier { get; init; }

    /// <summary>The company.</summary>
    public required string Company { get; init; }

    /// <summary>The executor.</summary>
    public string Executor { get; init; } = "";

    /// <summary>The model, or empty.</summary>
    public string Model { get; init; } = "";

    /// <summary>The host, or empty.</summary>
    public string Host { get; init; } = "";

    /// <summary>What it last told of.</summary>
    public string Phase { get; init; } = "";

    /// <summary>How it ended, or null.</summary>
    public string? Outcome { get; init; }

    /// <summary>Why, in one line.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When it was claimed.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it last told of anything.</summary>
    public DateTimeOffset PulsedAt { get; init; }

    /// <summary>Prompt tokens.</summary>
    public long TokensIn { get; init; }

    /// <summary>Generated tokens.</summary>
    public long TokensOut { get; init; }

    /// <summary>Millionths of a US dollar.</summary>
    public long CostMicroUsd { get; init; }

    /// <summary>The sandbox it ran in, for example <c>S2</c>; <c>S0</c> is none, empty is not known yet.</summary>
    public string Sandbox { get; init; } = "";

    /// <summary>The branch of its result.</summary>
    public string? Branch { get; init; }

    /// <summary>The hash of its result.</summary>
    public string? ArtefactHash { get; init; }

    /// <summary>What a judging stage said: <c>pass</c>, <c>pass_with_findings</c>, <c>reject</c>, <c>cannot_judge</c>; null otherwise.</summary>
    public string? Judgement { get; init; }

    /// <summary>The judge's summary, or empty.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What the judge found.</summary>
    public IReadOnlyList<FindingView> Findings { get; init; } = [];

    /// <summary>The root's stages in one line; in the status alone.</summary>
    public IReadOnlyList<StageMarkView> Strip { get; init; } = [];

    /// <summary>What the gate saw.</summary>
    public IReadOnlyList<CheckView> Checks { get; init; } = [];
}
