namespace Alai.Workspaces;

/// <summary>What happened to a file.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>Its content or mode changed.</summary>
    Modified,

    /// <summary>It is gone.</summary>
    Deleted,

    /// <summary>It moved, and may have changed.</summary>
    Renamed,

    /// <summary>It became another sort of thing: a link, a file.</summary>
    TypeChanged,
}
