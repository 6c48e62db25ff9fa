namespace Alai.Quality.Checks;

/// <summary>The change stays where this work may write.</summary>
internal sealed class PathCheck : PureCheck
{
    private const string Link = "120000";
    private const string Submodule = "160000";

    public override string Name => "paths";

    public override CheckFinding Look(GateInput input)
    {
        var files = input.Change.Files;
        var unsafePaths = files.Where(file => IsUnsafe(file)).Select(file => file.Path).ToList();
        if (unsafePaths.Count > 0)
            return CheckFinding.Fail(Name, "paths or links that leave the repository, or submodules: " + Places(unsafePaths));
        var forbidden = files.Where(file => PathPattern.MatchesAny(file.Path, input.ForbiddenPaths)).Select(file => file.Path).ToList();
        if (forbidden.Count > 0)
            return CheckFinding.Fail(Name, "changed forbidden paths: " + Places(forbidden));
        var outside = input.AllowedPaths.Count == 0
            ? []
            : files.Where(file => !PathPattern.MatchesAny(file.Path, input.AllowedPaths)).Select(file => file.Path).ToList();
        return outside.Count > 0
            ? CheckFinding.Fail(Name, $"changed paths outside of {string.Join(", ", input.AllowedPaths)}: " + Places(outside))
            : CheckFinding.Pass(Name, "every changed path is allowed");
    }

    private static bool IsUnsafe(ChangedFile file)
    {
        var parts = file.Path.Split('/');
        if (file.Path.StartsWith('/') || parts.Contains("..", StringComparer.Ordinal) || parts.Contains(".git", StringComparer.OrdinalIgnoreCase))
            return true;
        if (file.Mode == Submodule)
            return true;
        return file.Mode == Link && file.Change != FileChange.Deleted && file.Added.Any(line => LeavesRepository(parts.Length - 1, line.Text));
    }

    private static bool LeavesRepository(int depth, string target)
    {
        if (target.StartsWith('/'))
            return true;
        foreach (var part in target.Split('/'))
        {
            depth += part switch { ".." => -1, "." or "" => 0, _ => 1 };
            if (depth < 0)
                return true;
        }

        return false;
    }
}
