namespace Alai.Routing;

/// <summary>Everything the router looks at besides the task; a snapshot.</summary>
public sealed record RoutingView
{
    /// <summary>The tiers that are configured or derived; an absent one is not in the list.</summary>
    public required IReadOnlyList<TierView> Tiers { get; init; }

    /// <summary>The companies that are loaded.</summary>
    public required IReadOnlyList<CompanyView> Companies { get; init; }

    /// <summary>The blueprint that would be used when all its steps are commands: it needs no model and no tier. Else empty.</summary>
    public string Commands { get; init; } = "";

    /// <summary>Whether a task hard enough for a paid tier may start there. Default: no.</summary>
    public bool StartInPaid { get; init; }

    /// <summary>Whether a failing task may climb into a paid tier by itself. Default: no.</summary>
    public bool EscalateIntoPaid { get; init; }

    /// <summary>The model that built what this stage judges, or empty.</summary>
    public string BuilderModel { get; init; } = "";

    /// <summary>The models that were asked to judge this before and could not.</summary>
    public IReadOnlySet<string> CouldNotJudge { get; init; } = new HashSet<string>();
}
