namespace Alai.Client.Requests;

/// <summary>Recurring work to make.</summary>
public sealed record MakeSchedule
{
    /// <summary>Small letters, digits and hyphens.</summary>
    public string Name { get; set; } = "";

    /// <summary>Five fields, or a word such as <c>@daily</c>.</summary>
    public string Cron { get; set; } = "";

    /// <summary>An IANA time zone; the factory's when empty.</summary>
    public string Zone { get; set; } = "";

    /// <summary><c>one</c>, <c>skip</c> or <c>all</c>.</summary>
    public string Missed { get; set; } = "one";

    /// <summary>With <c>all</c>: at most this many missed ones are made up for, 1 to 100.</summary>
    public int Most { get; set; } = 3;

    /// <summary>What it files; <c>{date}</c> in the title is the day.</summary>
    public FileTask Task { get; set; } = new();
}
