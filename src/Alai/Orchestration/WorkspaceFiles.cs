namespace Alai.Orchestration;

/// <summary>The files of a workspace by relative path, git's own left out; read lazily, for conditions of blueprints.</summary>
internal static class WorkspaceFiles
{
    private const int Most = 50_000;

    public static IEnumerable<string> Of(string folder) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
        .Where(path => !path.StartsWith(".git/", StringComparison.Ordinal))
        .Take(Most);
}
