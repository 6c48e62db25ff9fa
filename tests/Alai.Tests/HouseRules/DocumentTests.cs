using System.Diagnostics;
using Alai.Tasks;

namespace Alai.Tests.HouseRules;

/// <summary>Documents that restate the code are held equal to it.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void The_architecture_page_prints_the_import_table() =>
        Assert.Equal(Walls.Rooms.Select(room => $"{room.Name}: {string.Join(", ", room.Imports.Order())}").Order(), ImportsIn(Repository.Read("docs/architecture.md")).Order());

    [Fact]
    public void The_state_machine_page_prints_the_state_table() =>
        Assert.Equal(TaskStateTable.Moves.Select(move => $"{Word(move.From)} | {Word(move.To)} | {(move.PersonOnly ? "a person" : "anyone")} | {move.When}"), MovesIn(Repository.Read("docs/state-machine.md")));

    [Fact]
    public void The_specification_names_every_state_hold_and_outcome()
    {
        var text = Repository.Read("SPEC.md");

        Assert.All(SnakeWord<TaskState>.All.Concat(SnakeWord<HoldCode>.All).Concat(SnakeWord<RunOutcome>.All), word => Assert.Contains($"`{word}`", text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_README_stays_short() => Assert.True(Repository.Read("README.md").Split('\n').Length < 120);

    [Fact]
    public void Links_between_documents_lead_somewhere() => HouseRulesTests.None(
        Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md"))
            .SelectMany(file => Links(File.ReadAllText(file)).Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, link)))
                .Select(link => $"{Path.GetRelativePath(Repository.Root, file)} links to {link}, which is not there")));

    [Fact]
    public void No_table_is_cut_by_an_empty_line() => HouseRulesTests.None(
        Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md"))
            .SelectMany(file => Cuts(File.ReadAllText(file)).Select(line => $"{Path.GetRelativePath(Repository.Root, file)}:{line} is empty and cuts a table")));

    [Fact]
    public async Task The_command_line_page_is_the_programs_own_help()
    {
        var page = Path.Combine(Repository.Root, "docs", "cli.md");
        var program = Path.Combine(AppContext.BaseDirectory, "..", "..", "Alai.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "alai");
        if (!File.Exists(page) || !File.Exists(program))
            Assert.Skip("needs docs/cli.md and the built command line");

        using var help = Process.Start(new ProcessStartInfo(program, ["help", "--all"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await help.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains(text.ReplaceLineEndings("\n").Trim(), (await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_table_is_seen()
    {
        Assert.NotEqual(Walls.Rooms.Count, ImportsIn(Repository.Read("docs/architecture.md").Replace("| 2 | Classifying |", "| 2 | Classifyng |", StringComparison.Ordinal)).Count(row => Walls.Rooms.Any(room => row.StartsWith(room.Name + ":", StringComparison.Ordinal))));
        Assert.Equal(["a | b | c | d"], MovesIn("| from | to | who | when |\n|---|---|---|---|\n| a | b | c | d |\n\n| other |"));
        Assert.Equal([4], Cuts("| a |\n|---|\n| b |\n\n| c |\n\ntext\n\n| d |\n|---|\n"));
        Assert.Equal([], Cuts("| a |\n|---|\n| b |\n\n| c |\n|---|\n| d |\n"));
        Assert.Equal(["x.md"], Links("[a](x.md) [b](https://host/y.md) [c](#z)"));
    }

    /// <summary>The numbers of empty lines between two rows, the second of which begins no table of its own.</summary>
    private static IEnumerable<int> Cuts(string page)
    {
        var lines = page.ReplaceLineEndings("\n").Split('\n');
        return Enumerable.Range(1, Math.Max(0, lines.Length - 2))
            .Where(at => lines[at].Trim().Length == 0 && lines[at - 1].StartsWith('|') && lines[at + 1].StartsWith('|'))
            .Where(at => !lines.ElementAtOrDefault(at + 2)?.StartsWith("|--", StringComparison.Ordinal) ?? true)
            .Select(at => at + 1);
    }

    /// <summary>Rows of the table whose head begins with "floor": "Room: imports in order".</summary>
    private static IEnumerable<string> ImportsIn(string page) => Rows(page, "floor").SelectMany(cells =>
        cells[1].Split(',').Select(name => $"{name.Trim()}: {(cells[2].StartsWith('-') ? "" : string.Join(", ", cells[2].Split(',').Select(c => c.Trim()).Order()))}"));

    private static IEnumerable<string> MovesIn(string page) => Rows(page, "from").Select(cells => string.Join(" | ", cells));

    private static IEnumerable<string[]> Rows(string page, string head) => page.Split('\n')
        .SkipWhile(line => !line.StartsWith($"| {head}", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim('|', ' ', '\r').Split('|').Select(cell => cell.Trim()).ToArray());

    private static IEnumerable<string> Links(string text) => System.Text.RegularExpressions.Regex.Matches(text, @"\]\((?!https?:|#|mailto:)([^)#\s]+)")
        .Select(match => match.Groups[1].Value);

    private static string Word(TaskState state) => SnakeWord<TaskState>.Of(state);
}
