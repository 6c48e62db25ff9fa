namespace Alai.Products;

/// <summary>One place OPS may deploy to.</summary>
public sealed record DeployEnvironment
{
    /// <summary>Its name, for example <c>staging</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Commands in order, each run by <c>sh -c</c>.</summary>
    public required IReadOnlyList<string> Commands { get; init; }

    /// <summary>A command that exits 0 when what was deployed is healthy, or null.</summary>
    public string? Health { get; init; }

    /// <summary>Commands that take the deployment back; empty when it cannot be.</summary>
    public IReadOnlyList<string> Rollback { get; init; } = [];

    /// <summary>Whether a person must approve each deployment; only <c>approval: free</c> makes it false.</summary>
    public bool NeedsPerson { get; init; } = true;
}
