namespace Alai.Tests.HouseRules;

public sealed class HouseRulesTests
{
    private static readonly SourceFile[] Library = [.. SourceFile.All.Where(file => file.Path.StartsWith("src/Alai/", StringComparison.Ordinal))];

    [Fact]
    public void Every_room_imports_only_what_the_table_allows() =>
        None(Walls.Broken(SourceFile.All.SelectMany(file => file.Arrows)).Concat(Walls.Broken(CodeArrows.Rooms)).Distinct());

    [Fact]
    public void Every_room_is_in_the_table() =>
        None(Library.Select(file => file.Room).Where(room => room.Length > 0).Distinct().Where(room => Walls.Find(room) is null).Select(room => $"the room {room} is not in the table"));

    [Fact]
    public void No_room_leads_back_to_itself_and_no_arrow_goes_up()
    {
        None(Walls.Cycles(Walls.Rooms));
        None(Walls.Rooms.SelectMany(room => room.Imports.Where(to => Walls.Find(to)!.Floor > room.Floor && room.Name != "Host").Select(to => $"{room.Name} imports {to} above it")));
    }

    [Fact]
    public void Only_Processes_starts_processes() => None(CodeArrows.Outside("System.Diagnostics.Process", "Processes"));

    [Fact]
    public void Only_three_rooms_see_SQLite() => None(CodeArrows.Outside("Microsoft.Data.Sqlite", "Storage", "MissionControl", "HiveMind"));

    [Fact]
    public void The_library_knows_no_web_server() => None(CodeArrows.Outside("Microsoft.AspNetCore"));

    [Fact]
    public void Only_Orchestration_applies_transitions() =>
        None(SourceFile.All.Where(file => file.Room is not ("Orchestration" or "MissionControl") && file.Calls("ApplyAsync")).Select(file => $"{file.Path} calls ApplyAsync"));

    [Fact]
    public void Files_keep_their_size() => None(SourceRules.Sizes(SourceFile.All));

    [Fact]
    public void Methods_keep_their_size() => None(SourceRules.Methods(SourceFile.All));

    [Fact]
    public void Files_keep_their_shape() => None(SourceFile.All.SelectMany(SourceRules.Shape));

    [Fact]
    public void Names_are_nouns_of_the_business() => None(SourceFile.All.SelectMany(SourceRules.Names));

    [Fact]
    public void Tests_keep_under_the_cap() => None(Texts("tests", "*.cs").Where(file => file.Text.Split('\n').Length > 401).Select(file => $"{file.Path} has over 400 lines"));

    [Fact]
    public void No_file_names_a_machine_or_a_registry() =>
        None(new[] { "src", "tests", "docs", "companies", "build", "benchmarks" }.SelectMany(folder => Texts(folder, "*.*"))
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md").Select(file => (Path: Path.GetFileName(file), Text: File.ReadAllText(file))))
            .SelectMany(file => SourceRules.Places(file.Path, file.Text)));

    [Fact]
    public void Every_room_has_a_short_README() => None(Library.Select(file => file.Room).Where(room => room.Length > 0).Distinct().Select(room =>
    {
        var path = Path.Combine(Repository.Root, "src", "Alai", room, "README.md");
        return !File.Exists(path) ? $"{room} has no README.md" : File.ReadAllLines(path).Length >= 40 ? $"{room}/README.md has 40 lines or more" : "";
    }).Where(problem => problem.Length > 0));

    internal static void None(IEnumerable<string> problems)
    {
        var all = problems.ToList();
        Assert.True(all.Count == 0, $"{all.Count} broken:\n" + string.Join('\n', all.Take(40)));
    }

    private static IEnumerable<(string Path, string Text)> Texts(string folder, string pattern)
    {
        var root = Path.Combine(Repository.Root, folder);
        return !Directory.Exists(root) ? [] : Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".md" or ".yaml" or ".json" or ".sh" or ".csproj" or ".sql" or ".css" or ".js" or ".razor")
            .Select(file => (Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file)));
    }
}
