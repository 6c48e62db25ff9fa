namespace Alai.Pipeline;

/// <summary>What a making stage left behind and every later stage speaks of.</summary>
/// <param name="Branch">The branch that carries it.</param>
/// <param name="Commit">Its commit, or empty.</param>
/// <param name="Hash">The hash that is judged (a git tree); never empty for a result.</param>
public sealed record StageArtefact(string Branch, string Commit, string Hash);
