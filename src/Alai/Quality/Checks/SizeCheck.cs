namespace Alai.Quality.Checks;

/// <summary>A change too large to be judged by machines alone goes to a person.</summary>
internal sealed class SizeCheck : PureCheck
{
    public override string Name => "size";

    public override CheckFinding Look(GateInput input)
    {
        var counted = input.Change.Files.Where(file => FileRoles.Of(file.Path) != FileRole.LockFile).ToList();
        var lines = counted.Sum(file => file.Added.Count + file.Removed.Count);
        return counted.Count > input.Size.Files || lines > input.Size.Lines
            ? CheckFinding.Ask(Name, $"{counted.Count} files and {lines} lines changed; more than {input.Size.Files} files or {input.Size.Lines} lines are for a person to look at")
            : CheckFinding.Pass(Name, $"{counted.Count} files, {lines} lines");
    }
}
