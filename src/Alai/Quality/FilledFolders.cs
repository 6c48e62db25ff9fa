namespace Alai.Quality;

/// <summary>The folders that package tools fill inside a product.</summary>
internal static class FilledFolders
{
    private const int Deepest = 4;
    private static readonly string[] Names = ["node_modules", ".venv", "venv", "vendor", "deps", ".bundle", ".yarn", "bower_components", "site-packages", ".dart_tool"];

    /// <summary>Those that exist under a root, relative, outermost only.</summary>
    public static IReadOnlyList<string> Of(string root)
    {
        var found = new List<string>();
        if (Directory.Exists(root))
            Walk(root, root, 0, found);
        return found;
    }

    private static void Walk(string root, string folder, int depth, List<string> found)
    {
        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(child);
            if (new DirectoryInfo(child).LinkTarget is not null)
                continue;
            if (Names.Contains(name, StringComparer.Ordinal))
                found.Add(Path.GetRelativePath(root, child).Replace('\\', '/'));
            else if (depth < Deepest && name != ".git")
                Walk(root, child, depth + 1, found);
        }
    }
}
