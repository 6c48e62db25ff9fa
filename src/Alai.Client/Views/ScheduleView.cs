using Alai.Client.Requests;

namespace Alai.Client.Views;

/// <summary>Recurring work.</summary>
public sealed record ScheduleView
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Five fields, or a word such as <c>@daily</c>.</summary>
    public required string Cron { get; init; }

    /// <summary>The time zone it is read in.</summary>
    public required string Zone { get; init; }

    /// <summary><c>one</c>, <c>skip</c> or <c>all</c>.</summary>
    public required string Missed { get; init; }

    /// <summary>With <c>all</c>: at most this many.</summary>
    public int Most { get; init; }

    /// <summary>Who made it.</summary>
    public required string By { get; init; }

    /// <summary>Whether it rests.</summary>
    public bool Paused { get; init; }

    /// <summary>The next moments it names; empty while it rests.</summary>
    public IReadOnlyList<DateTimeOffset> Next { get; init; } = [];

    /// <summary>The newest slots it fired, the newest first.</summary>
    public IReadOnlyList<ScheduleFireView> Fires { get; init; } = [];

    /// <summary>What it files.</summary>
    public required FileTask Task { get; init; }
}
