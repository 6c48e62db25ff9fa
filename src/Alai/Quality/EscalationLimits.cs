namespace Alai.Quality;

/// <summary>How far the factory goes by itself before a person is asked.</summary>
public sealed record EscalationLimits
{
    /// <summary>Attempts a task may use.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Climbs to a higher tier.</summary>
    public int Escalations { get; init; } = 1;

    /// <summary>The tier one up that this task may enter by itself; null when there is none (or only a paid one that is not allowed).</summary>
    public int? NextTier { get; init; }

    /// <summary>Why there is no next tier, in words; shown with the hold.</summary>
    public string NoNextTier { get; init; } = "no higher tier is available";
}
