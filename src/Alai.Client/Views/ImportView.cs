namespace Alai.Client.Views;

/// <summary>What came of an import.</summary>
public sealed record ImportView
{
    /// <summary>Rows taken from a bundle, or tasks filed from issues.</summary>
    public long Taken { get; init; }

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
