namespace Alai.Workspaces;

/// <summary>Where a product's commits come from and go to.</summary>
/// <param name="Product">The product's name: letters, digits, <c>-</c>, <c>_</c> and <c>.</c></param>
/// <param name="Repository">The path of a person's checkout or bare repository, or a URL.</param>
/// <param name="TargetBranch">The branch work lands on, or null: the one the checkout has checked out.</param>
/// <param name="Root">The product's folder in a monorepo, relative; empty is the whole.</param>
public sealed record ProductSource(string Product, string Repository, string? TargetBranch = null, string Root = "")
{
    /// <summary>Whether it is a URL (or <c>host:path</c>) rather than a path of this machine.</summary>
    public bool IsRemote => Repository.Contains("://", StringComparison.Ordinal)
        || (!Path.IsPathRooted(Repository) && Repository.Contains(':', StringComparison.Ordinal));
}
