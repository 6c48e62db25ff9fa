namespace Alai.Workspaces;

/// <summary>What a commit of a workspace came to.</summary>
/// <param name="Commit">The branch's tip now.</param>
/// <param name="Tree">Its tree.</param>
/// <param name="IsEmpty">Whether nothing had changed, so that no commit was made.</param>
public sealed record CommitAnswer(string Commit, string Tree, bool IsEmpty);
