namespace Alai.Processes;

/// <summary>Finds a program before it is started, so that "not found" is told apart from "failed".</summary>
public static class ExecutablePath
{
    /// <summary>The full path of a program, or null.</summary>
    /// <param name="name">A name, or a path relative to the directory.</param>
    /// <param name="searchPath">Folders separated by <c>:</c>.</param>
    /// <param name="directory">The working directory.</param>
    public static string? Find(string name, string searchPath, string directory)
    {
        if (name.Length == 0)
            return null;
        if (name.Contains('/', StringComparison.Ordinal))
        {
            var full = Path.GetFullPath(name, directory);
            return IsExecutable(full) ? full : null;
        }

        return searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathRooted)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(IsExecutable);
    }

    private static bool IsExecutable(string path)
    {
        if (!File.Exists(path))
            return false;
        const UnixFileMode Any = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Any) != UnixFileMode.None;
    }
}
