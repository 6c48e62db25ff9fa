namespace Alai.Workspaces;

/// <summary>A workspace's whole content, kept in the bare repository.</summary>
/// <param name="Ref"><c>refs/alai/snapshots/TASK/RUN</c>.</param>
/// <param name="Commit">The commit it points to.</param>
/// <param name="Tree">The tree of everything that is not ignored.</param>
public sealed record SnapshotRef(string Ref, string Commit, string Tree);
