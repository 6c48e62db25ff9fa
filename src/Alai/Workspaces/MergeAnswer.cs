namespace Alai.Workspaces;

/// <summary>What merging a branch onto a target would give; nothing is moved yet.</summary>
/// <param name="Commit">The commit to land, or null when there are conflicts.</param>
/// <param name="Tree">Its tree, or null.</param>
/// <param name="IsFastForward">Whether the commit is the branch's own tip.</param>
/// <param name="Conflicts">Paths both sides changed differently.</param>
public sealed record MergeAnswer(string? Commit, string? Tree, bool IsFastForward, IReadOnlyList<string> Conflicts);
