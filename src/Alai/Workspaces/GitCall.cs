namespace Alai.Workspaces;

/// <summary>One call of git, as data.</summary>
internal sealed record GitCall(string Directory, params string[] Arguments)
{
    /// <summary>The repository, when it is not the one of the directory.</summary>
    public string? GitDirectory { get; init; }

    /// <summary>The files that belong to <see cref="GitDirectory"/>.</summary>
    public string? WorkTree { get; init; }

    /// <summary>An index of its own.</summary>
    public string? IndexFile { get; init; }

    /// <summary>Settings for this call alone, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Text for standard input.</summary>
    public string? Input { get; init; }

    /// <summary>
    /// Whether it is finished whatever happens to the daemon: it writes into a person's repository, where half done would be worse
    /// than done. It must be short and say nothing.
    /// </summary>
    public bool Finishes { get; init; }

    /// <summary>Characters of output kept.</summary>
    public int OutputLimit { get; init; } = 128 * 1024 * 1024;
}
