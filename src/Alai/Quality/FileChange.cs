namespace Alai.Quality;

/// <summary>What happened to a file.</summary>
public enum FileChange
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>Its content or mode changed.</summary>
    Modified,

    /// <summary>It is gone.</summary>
    Deleted,
}
