using Alai.Cli;

namespace Alai.Tests.Cli;

public sealed class UsageTests
{
    [Theory]
    [InlineData("Did you mean 'alai task'?", "tsk", "list")]
    [InlineData("Did you mean 'alai task list'?", "task", "lst")]
    [InlineData("Did you mean 'alai task history'?", "task", "hsitory")]
    [InlineData("Did you mean '--priority'?", "task", "add", "x", "--prioritty", "high")]
    [InlineData("Did you mean 'blocker'?", "task", "add", "x", "-p", "bloker")]
    [InlineData("'abc' is no task number; expected a positive number such as 12 or #12.", "task", "show", "abc")]
    [InlineData("'-3' is no task number", "task", "show", "--", "-3")]
    [InlineData("'#0' is no task number", "task", "show", "#0")]
    [InlineData("'99999999999999999999' is no task number", "task", "show", "99999999999999999999")]
    [InlineData("'6' is no tier; expected 1 to 5.", "task", "retry", "4", "--tier", "6")]
    [InlineData("'soon' is no date", "task", "stats", "--since", "soon")]
    [InlineData("'9999-12-31' is too far away; expected a day before the year 9999.", "task", "add", "x", "--due", "9999-12-31")]
    [InlineData("'9999-12-31' is too far away", "task", "edit", "4", "--due", "9999-12-31")]
    [InlineData("--key is empty; expected a word", "task", "add", "x", "--key", "")]
    [InlineData("--limit: 'abc' is no whole number", "task", "list", "--limit", "abc")]
    [InlineData("--if-version: 'abc' is no whole number", "task", "edit", "4", "-p", "high", "--if-version", "abc")]
    [InlineData("alai task edit 4 --title TEXT --body TEXT", "task", "edit", "4", "--editor")]
    [InlineData("OUTCOME is missing", "task", "done", "4")]
    [InlineData("'alai task' needs a verb.", "task")]
    [InlineData("A task needs a title.", "task", "add")]
    [InlineData("Nothing to change was given.", "task", "edit", "4")]
    [InlineData("Nothing to change was given.", "task", "edit", "--where-late")]
    [InlineData("a filter begins with --where", "task", "edit", "--label", "shop", "-p", "high")]
    [InlineData("A task and a filter were given.", "task", "edit", "4", "--where-late", "-p", "high")]
    [InlineData("--editor edits one task.", "task", "edit", "--where-late", "--editor")]
    [InlineData("Many tasks cannot be given the same title, body, criteria;", "task", "edit", "--where-label", "x", "--title", "y", "--body", "z", "--criteria", "c", "-p", "low")]
    [InlineData("Many tasks cannot be given the same verify, label, after, if-version;", "task", "edit", "--where-late", "--verify", "v", "--label", "l", "--after", "3", "--if-version", "2")]
    [InlineData("a task was named", "task", "edit", "4", "-p", "high", "--dry-run")]
    [InlineData("a task was named", "task", "cancel", "4", "--dry-run")]
    [InlineData("Did you mean 'held'?", "task", "edit", "--where-state", "hled", "-p", "low")]
    [InlineData("'alai inbox reject' needs your words.", "inbox", "reject", "4")]
    [InlineData("does not know what to do with 'extra'", "status", "extra")]
    public async Task Wrong_words_are_told_apart_and_exit_with_2(string expected, params string[] args)
    {
        var run = await CliRun.OfAsync(args);

        Assert.Equal(2, run.Exit);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task The_version_is_told_beside_the_options_every_verb_knows()
    {
        var bare = await CliRun.OfAsync("--version");
        var run = await CliRun.OfAsync("--home", Path.GetTempPath(), "--version");

        Assert.Equal((0, bare.Out, ""), (run.Exit, run.Out, run.Error));
        Assert.NotEmpty(run.Out.Trim());
    }

    [Fact]
    public async Task Watching_without_a_daemon_ends_with_words_at_once()
    {
        var run = await CliRun.OfAsync("status", "--watch", "--home", Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));

        Assert.Equal(4, run.Exit);
        Assert.Contains("No daemon runs, so there is nothing to watch.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_is_json_when_json_is_asked()
    {
        var run = await CliRun.OfAsync("tsk", "--json");

        using var problem = System.Text.Json.JsonDocument.Parse(run.Error);
        Assert.Equal("Did you mean 'alai task'?", problem.RootElement.GetProperty("hint").GetString());
    }

    [Fact]
    public async Task Without_a_daemon_program_the_exit_code_is_4()
    {
        var run = await CliRun.OfAsync("status", "--home", Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));

        Assert.Equal(4, run.Exit);
        Assert.Contains("ALAID", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("task", "add", "--help")]
    [InlineData("help", "task", "add")]
    [InlineData("inbox", "-h")]
    public async Task Help_is_no_error(params string[] args)
    {
        var run = await CliRun.OfAsync(args);

        Assert.Equal(0, run.Exit);
        Assert.Contains("Usage: alai", run.Out, StringComparison.Ordinal);
        Assert.Contains("Examples", run.Out, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task The_reference_is_docs_cli_md()
    {
        var run = await CliRun.OfAsync("help", "--all");

        GoldenFile.Holds("docs/cli.md", run.Out);
    }

    [Fact]
    public async Task Every_verb_has_an_example_that_parses()
    {
        var world = new CliWorld { Out = TextWriter.Null, Error = TextWriter.Null, In = TextReader.Null };
        var root = Alai.Cli.Verbs.VerbTree.Build(world);
        var reference = (await CliRun.OfAsync("help", "--all")).Out;
        var examples = reference.Split('\n').Where(line => line.StartsWith("    alai ", StringComparison.Ordinal) && !line.Contains("[options]", StringComparison.Ordinal)).ToList();

        Assert.True(examples.Count > 40);
        foreach (var example in examples.Where(line => !line.Contains('[', StringComparison.Ordinal) && !IsUsage(line)))
        {
            var words = System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(example.Trim()).Skip(1).ToList();
            Assert.True(root.Parse(words).Errors.Count == 0, $"{example}: {string.Join("; ", root.Parse(words).Errors)}");
        }
    }

    // Usage lines name arguments in capitals.
    private static bool IsUsage(string line) => line.Split(' ').Any(word => word.Length > 1 && word.TrimEnd('.').All(char.IsAsciiLetterUpper));
}
