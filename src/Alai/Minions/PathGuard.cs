namespace Alai.Minions;

/// <summary>Turns a model's path into a real one inside the workspace, or says why not. Links are followed before the check, and never written through.</summary>
/// <param name="folder">The workspace folder.</param>
/// <param name="rules">Where may be written.</param>
internal sealed class PathGuard(string folder, PathRules rules)
{
    private const int MostLinks = 8;
    private readonly string _root = Real(Path.GetFullPath(folder));

    /// <summary>The folder, links resolved.</summary>
    public string Root => _root;

    public GuardedPath Read(string path) => Resolve(path, forWriting: false);

    public GuardedPath Write(string path)
    {
        var guarded = Resolve(path, forWriting: true);
        if (guarded.Problem.Length > 0)
            return guarded;
        if (guarded.Relative == ".")
            return GuardedPath.Refused("the path is the workspace folder itself; name a file in it");
        if (!rules.AllowProtected && ProtectedPaths.Rule(guarded.Relative) is { } rule)
            return GuardedPath.Refused($"{guarded.Relative} is protected ({rule}); this task may not change it");
        return rules.Limits.Refusal(guarded.Relative) is { } refusal ? GuardedPath.Refused(refusal) : guarded;
    }

    private GuardedPath Resolve(string path, bool forWriting)
    {
        path = path.Trim().Replace('\\', '/');
        if (path.Length == 0)
            return GuardedPath.Refused("path is empty; give a path relative to the workspace");
        if (path.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(path) || path[0] == '~' || (path.Length > 1 && path[1] == ':'))
            return GuardedPath.Refused($"'{path}' is not relative; give a path relative to the workspace, for example src/main.py");
        var full = Path.GetFullPath(Path.Combine(_root, path));
        if (!Inside(full))
            return GuardedPath.Refused($"'{path}' leads out of the workspace");
        var relative = Path.GetRelativePath(_root, full).Replace('\\', '/');
        if (relative.Split('/').Any(part => part.Equals(".git", StringComparison.OrdinalIgnoreCase)))
            return GuardedPath.Refused("git's own files are out of bounds; the daemon makes the commits");
        return Followed(full, relative, forWriting);
    }

    private GuardedPath Followed(string full, string relative, bool forWriting)
    {
        for (var links = 0; links <= MostLinks; links++)
        {
            if (FirstLink(full) is not { } link)
                return new GuardedPath(full, relative, "");
            if (forWriting)
                return GuardedPath.Refused($"{relative} goes through a link; write to the real file");
            if (link.Info.ResolveLinkTarget(returnFinalTarget: false) is not { } target)
                break;
            full = Path.GetFullPath(Path.Combine(target.FullName, link.Beyond));
            if (!Inside(full) || Path.GetRelativePath(_root, full).Split('/', '\\').Contains(".git", StringComparer.OrdinalIgnoreCase))
                return GuardedPath.Refused($"{relative} is a link that leads out of the workspace");
        }

        return GuardedPath.Refused($"{relative} goes through too many links");
    }

    private (FileSystemInfo Info, string Beyond)? FirstLink(string full)
    {
        var parts = Path.GetRelativePath(_root, full).Split(Path.DirectorySeparatorChar);
        var current = _root;
        for (var index = 0; index < parts.Length; index++)
        {
            current = Path.Combine(current, parts[index]);
            FileSystemInfo info = new FileInfo(current);
            if (info.LinkTarget is not null)
                return (info, Path.Combine([.. parts.Skip(index + 1)]));
        }

        return null;
    }

    private bool Inside(string full) =>
        full == _root || full.StartsWith(_root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // The folder's own parents may be links (macOS: /tmp); they are the daemon's, not the model's.
    private static string Real(string folder)
    {
        var parent = Path.GetDirectoryName(folder);
        var here = new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder;
        return parent is null || here != folder ? here : Path.Combine(Real(parent), Path.GetFileName(folder));
    }
}
