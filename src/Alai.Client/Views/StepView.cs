namespace Alai.Client.Views;

/// <summary>One step of a run's transcript.</summary>
public sealed record StepView
{
    /// <summary>The run.</summary>
    public long Run { get; init; }

    /// <summary>The stage task.</summary>
    public long Task { get; init; }

    /// <summary>The stage.</summary>
    public string Stage { get; init; } = "";

    /// <summary>Its number in the run, from 1.</summary>
    public long Number { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary><c>phase</c>, <c>prompt</c>, <c>model</c>, <c>tool</c>, <c>check</c>, <c>note</c> or <c>warning</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>Everything else that was recorded; empty unless asked for.</summary>
    public string Detail { get; init; } = "";
}
