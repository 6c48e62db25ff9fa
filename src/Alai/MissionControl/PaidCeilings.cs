namespace Alai.MissionControl;

/// <summary>The most that paid calls may cost, in millionths of a US dollar; 0 allows no paid call.</summary>
/// <param name="DayMicroUsd">A day, in <paramref name="Zone"/>.</param>
/// <param name="TaskMicroUsd">A root with all its stages.</param>
/// <param name="Zone">The time zone whose midnight begins the day.</param>
public sealed record PaidCeilings(long DayMicroUsd, long TaskMicroUsd, TimeZoneInfo Zone)
{
    /// <summary>No paid call at all.</summary>
    public static PaidCeilings None { get; } = new(0, 0, TimeZoneInfo.Utc);
}
