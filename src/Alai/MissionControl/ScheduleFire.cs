using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>One slot of a schedule that was fired.</summary>
/// <param name="Schedule">The schedule's number.</param>
/// <param name="Slot">The moment the schedule named.</param>
/// <param name="Task">What was filed, or null when filing was refused.</param>
/// <param name="Note">Why it was refused, or how many slots before it were passed over; may be empty.</param>
public sealed record ScheduleFire(long Schedule, DateTimeOffset Slot, TaskId? Task, string Note)
{
    /// <summary>When it was fired.</summary>
    public DateTimeOffset At { get; init; }
}
