namespace Alai.Workspaces;

/// <summary>One file that differs between two trees.</summary>
/// <param name="Kind">What happened to it.</param>
/// <param name="Path">Its path, with <c>/</c>, from the top of the repository.</param>
/// <param name="OldPath">Where it was, for a rename; else null.</param>
/// <param name="Added">Lines added; null for a binary file.</param>
/// <param name="Deleted">Lines deleted; null for a binary file.</param>
/// <param name="OldMode">Its mode before, for example <c>100644</c>; <c>000000</c> when it is new.</param>
/// <param name="NewMode">Its mode now; <c>000000</c> when it is gone, <c>120000</c> a symbolic link.</param>
public sealed record ChangedFile(
    ChangeKind Kind, string Path, string? OldPath, int? Added, int? Deleted, string OldMode, string NewMode);
