namespace Alai.Minions.Tools;

/// <summary>Walks a workspace: no links, no git, nothing that packages or builds brought.</summary>
internal static class WorkFiles
{
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
        { ".git", "node_modules", "bin", "obj", "target", "dist", "__pycache__", ".venv", "venv", ".next", "vendor" };

    public static bool IsSkipped(string name) => Skipped.Contains(name);

    public static IEnumerable<string> Under(string folder)
    {
        var waiting = new Stack<string>([folder]);
        while (waiting.TryPop(out var current))
        {
            foreach (var entry in new DirectoryInfo(current).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
            {
                if (entry.LinkTarget is not null)
                    continue;
                if (entry is DirectoryInfo && !Skipped.Contains(entry.Name))
                    waiting.Push(entry.FullName);
                else if (entry is FileInfo)
                    yield return entry.FullName;
            }
        }
    }
}
