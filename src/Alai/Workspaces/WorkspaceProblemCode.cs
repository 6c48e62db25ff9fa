namespace Alai.Workspaces;

/// <summary>Why git work could not be done: a closed set, so that callers can tell a person's fix from a retry.</summary>
public enum WorkspaceProblemCode
{
    /// <summary>The path does not exist.</summary>
    PathMissing,

    /// <summary>There is no git repository.</summary>
    NoRepository,

    /// <summary>The repository has no commit yet, or its branch is unborn.</summary>
    NoCommit,

    /// <summary>The named branch does not exist.</summary>
    NoBranch,

    /// <summary>git is not installed.</summary>
    GitMissing,

    /// <summary>git is too old.</summary>
    GitTooOld,

    /// <summary>Files kept by Git LFS could not be populated.</summary>
    Lfs,

    /// <summary>Submodules could not be populated.</summary>
    Submodules,

    /// <summary>The product's root is not a folder of the commit.</summary>
    RootMissing,

    /// <summary>The workspace holds a repository inside the repository.</summary>
    NestedRepository,

    /// <summary>The remote could not be reached; trying again may help.</summary>
    Unreachable,

    /// <summary>git failed otherwise.</summary>
    GitFailed,
}
