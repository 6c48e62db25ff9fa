namespace Alai.Client.Views;

/// <summary>Why a task is where it is.</summary>
public sealed record WhyView
{
    /// <summary>The task.</summary>
    public long Task { get; init; }

    /// <summary>Its state.</summary>
    public required string State { get; init; }

    /// <summary>The reason as one word.</summary>
    public required string Reason { get; init; }

    /// <summary>The exact rule, in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>What the answer rests on.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>What happens next, or what to do.</summary>
    public string NextStep { get; init; } = "";
}
