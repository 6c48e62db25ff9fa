namespace Alai.MissionControl;

/// <summary>What came of a taking over.</summary>
/// <param name="Refusal">Why nothing was taken, or null.</param>
public sealed record TakeOverAnswer(string? Refusal)
{
    /// <summary>Rows taken.</summary>
    public long Rows { get; init; }

    /// <summary>Tasks taken, their stages not counted.</summary>
    public long Tasks { get; init; }

    /// <summary>Roots that the safety rules hold here, one line each.</summary>
    public IReadOnlyList<string> Held { get; init; } = [];

    /// <summary>Runs that were under way there and are given back here.</summary>
    public int GivenBack { get; init; }
}
