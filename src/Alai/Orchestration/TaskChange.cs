using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>What a root or a stage left, against where it began.</summary>
/// <param name="Branch">Its branch.</param>
/// <param name="From">The commit it began at.</param>
/// <param name="Commit">The commit it left.</param>
/// <param name="Files">Every file it changed.</param>
/// <param name="Diff">The unified diff.</param>
internal sealed record TaskChange(string Branch, string From, string Commit, IReadOnlyList<ChangedFile> Files, string Diff);
