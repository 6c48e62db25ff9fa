namespace Alai.Client.Views;

/// <summary>One link of the event chain.</summary>
public sealed record EventView
{
    /// <summary>Its number.</summary>
    public long Sequence { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The root it belongs to, or null.</summary>
    public long? Root { get; init; }

    /// <summary>The task, or null.</summary>
    public long? Task { get; init; }

    /// <summary>The run, or null.</summary>
    public long? Run { get; init; }

    /// <summary>Who.</summary>
    public required string Actor { get; init; }

    /// <summary>What, as one word.</summary>
    public required string Kind { get; init; }

    /// <summary>What, in one line.</summary>
    public required string Text { get; init; }
}
