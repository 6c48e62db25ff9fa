namespace Alai.Client.Requests;

/// <summary>Recurring work to make.</summary>
public sealed record MakeSchedule
{
    /// <summary>Small letters, digits and hyphens.</summary>
    public string Name { get; init; } = "";

    /// <summary>Five fields, or a word such as <c>@daily</c>.</summary>
    public string Cron { get; init; } = "";

    /// <summary>An IANA time zone; the factory's when empty.</summary>
    public string Zone { get; init; } = "";

    /// <summary><c>one</c>, <c>skip</c> or <c>all</c>.</summary>
    public string Missed { get; init; } = "one";

    /// <summary>With <c>all</c>: at most this many missed ones are made up for, 1 to 100.</summary>
    public int Most { get; init; } = 3;

    /// <summary>What it files; <c>{date}</c> in the title is the day.</summary>
    public FileTask Task { get; init; } = new();
}
