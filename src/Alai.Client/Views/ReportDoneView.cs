namespace Alai.Client.Views;

/// <summary>A task that was done, and its proof.</summary>
public sealed record ReportDoneView
{
    /// <summary>The task.</summary>
    public required TaskView Task { get; init; }

    /// <summary>Its stages.</summary>
    public IReadOnlyList<StageMarkView> Strip { get; init; } = [];

    /// <summary>What the daemon ran and saw, one line each; empty when a person finished it.</summary>
    public IReadOnlyList<string> Proof { get; init; } = [];

    /// <summary>Where it landed, or empty.</summary>
    public string Landed { get; init; } = "";

    /// <summary>Millionths of a US dollar.</summary>
    public long CostMicroUsd { get; init; }
}
