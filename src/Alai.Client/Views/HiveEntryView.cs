namespace Alai.Client.Views;

/// <summary>One remembered thing.</summary>
public sealed record HiveEntryView
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary><c>knowledge</c>, <c>alert</c>, <c>briefing</c>, <c>update</c> or <c>lesson</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The text, without secrets.</summary>
    public required string Text { get; init; }

    /// <summary>The product it is about; empty is shared.</summary>
    public string Product { get; init; } = "";

    /// <summary>Who says it.</summary>
    public required string By { get; init; }

    /// <summary>How far it is believed.</summary>
    public required string Trust { get; init; }

    /// <summary>The task it came from, or null.</summary>
    public long? Task { get; init; }

    /// <summary>When it was learned.</summary>
    public DateTimeOffset LearnedAt { get; init; }

    /// <summary>Not returned from then on, or null.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Why it no longer counts; empty while it counts.</summary>
    public string Retracted { get; init; } = "";

    /// <summary>How close it is to what was asked; 0 when nothing was asked by words.</summary>
    public double Score { get; init; }
}
