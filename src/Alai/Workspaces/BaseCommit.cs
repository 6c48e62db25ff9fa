namespace Alai.Workspaces;

/// <summary>The commit a run starts from, fetched into the product's bare repository.</summary>
public sealed record BaseCommit
{
    /// <summary>Its hash.</summary>
    public required string Commit { get; init; }

    /// <summary>The hash of its tree.</summary>
    public required string Tree { get; init; }

    /// <summary>The branch it was read from, or null when the checkout's HEAD is detached.</summary>
    public string? Branch { get; init; }

    /// <summary>Changed and untracked files of the person's checkout that are not included; 0 for a remote.</summary>
    public int UncommittedFiles { get; init; }

    /// <summary>Files of the tree kept by Git LFS, at most 1,000 of them.</summary>
    public IReadOnlyList<string> LfsFiles { get; init; } = [];

    /// <summary>Paths of submodules of the tree.</summary>
    public IReadOnlyList<string> Submodules { get; init; } = [];
}
