namespace Alai.Fleet;

/// <summary>A tier after it was compared with what is served.</summary>
public sealed record TierState
{
    /// <summary>The tier as configured or derived.</summary>
    public required TierSetting Setting { get; init; }

    /// <summary>The served model, or null when no host has it or none is needed.</summary>
    public ServedModel? Served { get; init; }

    /// <summary>The hosts that are up and serve it.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>What is wrong and what to do; empty when the tier can work.</summary>
    public string Problem { get; init; } = "";

    /// <summary>Whether work may be sent there.</summary>
    public bool Works => Problem.Length == 0;
}
