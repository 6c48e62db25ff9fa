namespace Alai.Quality;

/// <summary>A finished set-up: what to mount read-only and what to tell the tools.</summary>
/// <param name="Key">The hash of command, manifests, lock files and platform.</param>
/// <param name="Folder">The cache folder on this machine, absolute; mounted read-only at the same path.</param>
/// <param name="Links">Folders of the product root that set-up filled, relative, for example <c>node_modules</c>; snapshots leave them out.</param>
/// <param name="Environment">Variables that point package tools at the cache.</param>
public sealed record PreparedSetup(
    string Key,
    string Folder,
    IReadOnlyList<string> Links,
    IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Where set-up ran: the base's product root inside <see cref="Folder"/>.</summary>
    public string Root { get; init; } = Folder;

    /// <summary>Puts a link to each filled folder into a checkout, where nothing of that name stands yet.</summary>
    /// <param name="productRoot">The product's root in a worktree or a clean checkout, absolute.</param>
    /// <returns>The links that were made, relative to the product's root; they are no part of any result.</returns>
    public IReadOnlyList<string> LinkInto(string productRoot)
    {
        var made = new List<string>();
        foreach (var link in Links)
        {
            var path = Path.Combine(productRoot, link);
            if (Path.Exists(path) || new FileInfo(path).LinkTarget is not null || !Directory.Exists(Path.GetDirectoryName(path)))
                continue;
            Directory.CreateSymbolicLink(path, Path.Combine(Root, link));
            made.Add(link);
        }

        return made;
    }
}
