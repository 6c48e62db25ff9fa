namespace Alai.Client.Views;

/// <summary>Every schedule, by name.</summary>
public sealed record ScheduleListView
{
    /// <summary>The schedules.</summary>
    public IReadOnlyList<ScheduleView> Schedules { get; init; } = [];
}
