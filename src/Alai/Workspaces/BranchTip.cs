namespace Alai.Workspaces;

/// <summary>A branch and the commit it stands at.</summary>
/// <param name="Branch">The branch, or null for a detached checkout.</param>
/// <param name="Commit">The commit's hash.</param>
public sealed record BranchTip(string? Branch, string Commit);
