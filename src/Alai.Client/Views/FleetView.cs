namespace Alai.Client.Views;

/// <summary>The machines that serve models, as the last probe saw them.</summary>
public sealed record FleetView
{
    /// <summary>When they were probed; null before the first time.</summary>
    public DateTimeOffset? ProbedAt { get; init; }

    /// <summary>The hosts, in the order of the settings.</summary>
    public IReadOnlyList<HostView> Hosts { get; init; } = [];

    /// <summary>The tiers, compared with what is served.</summary>
    public IReadOnlyList<TierView> Tiers { get; init; } = [];

    /// <summary>Whether nobody configured the tiers.</summary>
    public bool Derived { get; init; }

    /// <summary>Whether some model can do work now.</summary>
    public bool CanWork { get; init; }

    /// <summary>Commands that mend what is wrong, in order; empty when nothing is.</summary>
    public IReadOnlyList<string> Fixes { get; init; } = [];
}
