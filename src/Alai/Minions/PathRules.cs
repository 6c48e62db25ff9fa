using Alai.Tasks;

namespace Alai.Minions;

/// <summary>Where a run may write. Reading is bounded by the workspace alone.</summary>
public sealed record PathRules
{
    /// <summary>The product's and the company's limits; paths count from the product's folder, which is the run's own.</summary>
    public PathLimits Limits { get; init; } = new();

    /// <summary>Whether CI files, agent configuration and lock files may be written; <c>.git</c> never.</summary>
    public bool AllowProtected { get; init; }
}
