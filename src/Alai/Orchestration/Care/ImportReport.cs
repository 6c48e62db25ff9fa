namespace Alai.Orchestration;

/// <summary>What came of an import.</summary>
/// <param name="Refusal">Why nothing was taken, or null.</param>
internal sealed record ImportReport(string? Refusal)
{
    /// <summary>Tasks taken or filed, their stages not counted.</summary>
    public long Taken { get; init; }

    /// <summary>Rows taken from a bundle; 0 for issues.</summary>
    public long Rows { get; init; }

    /// <summary>Tasks that were filed by an earlier import.</summary>
    public long Known { get; init; }

    /// <summary>What the safety rules hold here, one line each.</summary>
    public IReadOnlyList<string> Held { get; init; } = [];

    /// <summary>Runs that were under way and are given back.</summary>
    public int GivenBack { get; init; }

    /// <summary>What was left out or could not be filed, and why, one line each.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>What could not be filed, and why, one line each.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];
}
