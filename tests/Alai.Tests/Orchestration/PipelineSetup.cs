namespace Alai.Tests.Orchestration;

/// <summary>How a harness differs from the usual one.</summary>
internal sealed record PipelineSetup
{
    public string Landing { get; init; } = "ask";

    public IReadOnlyList<string> Models { get; init; } = [PipelineHarness.Small, PipelineHarness.Large];

    /// <summary>Runs at a time, of the host and in all.</summary>
    public int MostRuns { get; init; } = 3;

    /// <summary>More lines of <c>alai.yaml</c>.</summary>
    public string Settings { get; init; } = "";

    /// <summary>The <c>deploy:</c> block of the product.</summary>
    public string Deploy { get; init; } = "";

    /// <summary>Whether the target is checked out nowhere.</summary>
    public bool Bare { get; init; }

    /// <summary>What stands for Claude Code and its provider, or null where there is none.</summary>
    public PaidSetup? Paid { get; init; }

    public bool AllowUnsandboxedLanding { get; init; } = true;
}
