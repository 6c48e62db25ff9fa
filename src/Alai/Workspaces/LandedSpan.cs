namespace Alai.Workspaces;

/// <summary>What one landing did to its target.</summary>
/// <param name="Before">The target's commit before it.</param>
/// <param name="After">The target's commit after it.</param>
public sealed record LandedSpan(string Before, string After);
