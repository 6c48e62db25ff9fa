namespace Alai.Client.Views;

/// <summary>An attempt that did not come through, and what became of the task.</summary>
public sealed record ReportFailureView
{
    /// <summary>The root.</summary>
    public long Task { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The stage.</summary>
    public required string Stage { get; init; }

    /// <summary>How it ended.</summary>
    public required string Outcome { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The task's state now.</summary>
    public required string Now { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}
