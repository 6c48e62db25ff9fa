namespace Alai.Quality;

/// <summary>One file of a change.</summary>
/// <param name="Path">Relative to the repository, with forward slashes.</param>
/// <param name="Change">What happened to it.</param>
/// <param name="Added">The lines it gained.</param>
/// <param name="Removed">The lines it lost.</param>
public sealed record ChangedFile(
    string Path,
    FileChange Change,
    IReadOnlyList<DiffLine> Added,
    IReadOnlyList<DiffLine> Removed)
{
    /// <summary>The git mode after the change, for example <c>100644</c>; <c>120000</c> is a link; empty when unchanged.</summary>
    public string Mode { get; init; } = "";

    /// <summary>Whether git shows it as binary, without lines.</summary>
    public bool IsBinary { get; init; }

    /// <summary>Unchanged lines the diff showed around the changes.</summary>
    public int ContextLines { get; init; }

    /// <summary>The file name alone.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
