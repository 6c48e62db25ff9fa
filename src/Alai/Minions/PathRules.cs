namespace Alai.Minions;

/// <summary>Where a run may write. Reading is bounded by the workspace alone.</summary>
public sealed record PathRules
{
    /// <summary>Globs of which a written path must match one; empty allows all. <c>**</c> crosses folders.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>Globs no written path may match.</summary>
    public IReadOnlyList<string> Forbidden { get; init; } = [];

    /// <summary>Whether CI files, agent configuration and lock files may be written; <c>.git</c> never.</summary>
    public bool AllowProtected { get; init; }
}
