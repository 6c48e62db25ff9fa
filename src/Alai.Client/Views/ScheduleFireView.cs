namespace Alai.Client.Views;

/// <summary>One slot of a schedule that was fired.</summary>
public sealed record ScheduleFireView
{
    /// <summary>The moment the schedule named.</summary>
    public DateTimeOffset Slot { get; init; }

    /// <summary>When it was fired.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What was filed, or null when filing was refused.</summary>
    public long? Task { get; init; }

    /// <summary>Why it was refused, or what was passed over; may be empty.</summary>
    public string Note { get; init; } = "";
}
