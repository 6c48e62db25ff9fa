namespace Alai.Workspaces;

/// <summary>What became of a leftover workspace.</summary>
/// <param name="Name">Its folder, <c>TASK-RUN</c>.</param>
/// <param name="Snapshot">Where its content is kept, or null when nothing was removed.</param>
/// <param name="Text">One line for people.</param>
public sealed record SweptWorkspace(string Name, SnapshotRef? Snapshot, string Text);
