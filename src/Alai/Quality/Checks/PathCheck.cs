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
        var refused = files.Select(file => input.Paths.RefusalFromTop(file.Path)).OfType<string>().ToList();
        return refused.Count > 0
            ? CheckFinding.Fail(Name, "changed what this work must not: " + Places(refused))
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
