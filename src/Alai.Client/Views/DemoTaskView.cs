namespace Alai.Client.Views;

/// <summary>A root of the demo at its end.</summary>
public sealed record DemoTaskView
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its state, or <c>held</c> when a stage of it waits for a person.</summary>
    public required string State { get; init; }

    /// <summary>From when to when it was worked on, in seconds since the demo began.</summary>
    public double From { get; init; }

    /// <summary>See <see cref="From"/>.</summary>
    public double Until { get; init; }

    /// <summary>Its stages.</summary>
    public IReadOnlyList<StageMarkView> Strip { get; init; } = [];
}
