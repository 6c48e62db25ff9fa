namespace Alai.Quality;

/// <summary>A finished set-up: what to mount read-only and what to tell the tools.</summary>
/// <param name="Key">The hash of command, lock files and platform.</param>
/// <param name="Folder">The cache folder on this machine, absolute; mounted read-only at the same path.</param>
/// <param name="Links">Folders of the product root that set-up filled, relative, for example <c>node_modules</c>.</param>
/// <param name="Environment">Variables that point package tools at the cache.</param>
public sealed record PreparedSetup(
    string Key,
    string Folder,
    IReadOnlyList<string> Links,
    IReadOnlyDictionary<string, string> Environment);
