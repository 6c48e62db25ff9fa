namespace Alai.MissionControl;

/// <summary>Work that comes again and again.</summary>
public sealed record Schedule
{
    /// <summary>Its number; part of the key of everything it files.</summary>
    public long Id { get; init; }

    /// <summary>Its name, unique among those that live.</summary>
    public required string Name { get; init; }

    /// <summary>Five fields, or a word such as <c>@daily</c>.</summary>
    public required string Cron { get; init; }

    /// <summary>The time zone it is read in, as an IANA name.</summary>
    public required string Zone { get; init; }

    /// <summary>What it files, as JSON; only Orchestration reads it.</summary>
    public required string Template { get; init; }

    /// <summary>What becomes of missed slots.</summary>
    public MissedRuns Missed { get; init; }

    /// <summary>With <see cref="MissedRuns.All"/>: at most this many at once, 1 to 100.</summary>
    public int Most { get; init; } = 3;

    /// <summary>Who made it, as <c>human:NAME</c>; its tasks are filed in this name.</summary>
    public required string Actor { get; init; }

    /// <summary>Whether it rests.</summary>
    public bool Paused { get; init; }

    /// <summary>Every slot up to here was fired or passed over; only grows, so a clock that goes back fires nothing twice.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
