namespace Alai.Client.Views;

/// <summary>What came of an import.</summary>
public sealed record ImportView
{
    /// <summary>Tasks taken from a bundle or filed from issues, their stages not counted.</summary>
    public long Taken { get; init; }

    /// <summary>Rows of all tables taken from a bundle; 0 for issues.</summary>
    public long Rows { get; init; }

    /// <summary>Issues that were filed before.</summary>
    public long Known { get; init; }

    /// <summary>Runs that were under way and are given back.</summary>
    public int GivenBack { get; init; }

    /// <summary>What the safety rules hold, one line each.</summary>
    public IReadOnlyList<string> Held { get; init; } = [];

    /// <summary>What was left out, and why.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Issues that could not be filed, and why.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];
}
