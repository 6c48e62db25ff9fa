namespace Alai.Routing;

/// <summary>A tier as the router sees it.</summary>
public sealed record TierView
{
    /// <summary>1 to 5.</summary>
    public required int Tier { get; init; }

    /// <summary>The model as its hosts serve it; empty for people.</summary>
    public string Model { get; init; } = "";

    /// <summary>Hosts that serve it, in order of preference.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Executors to try, in order; never empty.</summary>
    public required IReadOnlyList<string> Executors { get; init; }

    /// <summary>Whether a call costs money.</summary>
    public bool Paid { get; init; }

    /// <summary>Whether the text leaves the owner's machines; every paid tier and any free cloud.</summary>
    public bool LeavesHouse { get; init; }

    /// <summary>Why no host serves it and what to do, or null when it is served.</summary>
    public string? Missing { get; init; }
}
