namespace Alai.Workspaces;

/// <summary>Where a published branch stands in the person's repository.</summary>
/// <param name="Tip">Its tip, or null when the branch does not exist.</param>
/// <param name="Tree">The tip's tree, or null.</param>
/// <param name="PeoplesCommits">Commits on top of ours, newest first, as <c>HASH AUTHOR: SUBJECT</c>.</param>
/// <param name="IsRewritten">Whether our commit is no longer below the tip.</param>
public sealed record BranchState(string? Tip, string? Tree, IReadOnlyList<string> PeoplesCommits, bool IsRewritten);
