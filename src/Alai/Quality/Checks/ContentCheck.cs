namespace Alai.Quality.Checks;

/// <summary>No empty new file, and no file that lost more than half of itself without the task asking for it.</summary>
internal sealed class ContentCheck : PureCheck
{
    // Below this a file is too small for "half" to say anything.
    private const int SmallestMeasured = 20;

    private static readonly string[] MayBeEmpty = ["__init__.py", ".gitkeep", ".keep", "py.typed", ".nojekyll", ".npmignore"];

    private static readonly LineRule AsksForLess = new(
        @"\b(remov|delet|drop|shrink|shorten|simplif|clean|split|mov(e|ing)|extract|rewrit|refactor|replac|reduc|trim|condens|dead code|unused|generat)", "asks for less");

    public override string Name => "content";

    public override CheckFinding Look(GateInput input)
    {
        var empty = input.Change.Files.Where(IsEmptyNewFile).Select(file => file.Path).ToList();
        if (empty.Count > 0)
            return CheckFinding.Fail(Name, "new files without content: " + Places(empty));
        var asked = AsksForLess.Hits(input.Task.Title) || AsksForLess.Hits(input.Task.Body);
        var shrunk = input.Change.Files.Where(file => IsShrunk(file, input.LinesBefore)).Select(file => ShrunkText(file, input.LinesBefore)).ToList();
        return shrunk.Count > 0 && !asked
            ? CheckFinding.Fail(Name, "files lost more than half of their lines and the task does not ask for it: " + Places(shrunk))
            : CheckFinding.Pass(Name, shrunk.Count > 0 ? "files shrank, as the task asks" : "no file is empty or cut in half");
    }

    private static bool IsEmptyNewFile(ChangedFile file) =>
        file is { Change: FileChange.Added, IsBinary: false }
        && file.Added.All(line => string.IsNullOrWhiteSpace(line.Text))
        && !MayBeEmpty.Contains(file.Name, StringComparer.Ordinal);

    private static bool IsShrunk(ChangedFile file, IReadOnlyDictionary<string, int> linesBefore) =>
        file.Change == FileChange.Modified
        && linesBefore.TryGetValue(file.Path, out var before)
        && before >= SmallestMeasured
        && before - file.Removed.Count + file.Added.Count < before / 2.0;

    private static string ShrunkText(ChangedFile file, IReadOnlyDictionary<string, int> linesBefore)
    {
        var before = linesBefore[file.Path];
        return $"{file.Path} from {before} to {before - file.Removed.Count + file.Added.Count} lines";
    }
}
