using Alai.Cli.Filing;
using Alai.Client.Requests;

namespace Alai.Tests.Cli;

public sealed class TaskFileTests
{
    private static readonly FileTask Nothing = new();

    [Fact]
    public void Plain_lines_are_one_task_each()
    {
        var (tasks, problem) = TaskFile.Read("Fix the footer\r\n\n# a remark\n  Add a menu  \n", "wishes.txt", Nothing with { Product = "bento", Key = "k" });

        Assert.Null(problem);
        Assert.Equal(["Fix the footer", "Add a menu"], tasks.Select(task => task.Title));
        Assert.All(tasks, task => Assert.Equal("bento", task.Product));
        Assert.All(tasks, task => Assert.Matches("^k:[0-9a-f]{16}$", task.Key));
    }

    [Theory]
    [InlineData("Paint\nMend\nPaint\n", "New\n\nMend\nPaint\nPaint\n", 3)]
    [InlineData("{\"title\":\"Paint\",\"docs\":true}\n{\"title\":\"Mend\"}\n", "{\"title\":\"New\"}\n{\"title\": \"Mend\"}\n{\"docs\": true, \"title\": \"Paint\"}\n", 2)]
    [InlineData("[{\"title\":\"Paint\"},{\"title\":\"Mend\"}]", "[\n {\"title\": \"New\"},\n {\"title\": \"Mend\"},\n {\"title\": \"Paint\"}\n]", 2)]
    public void A_line_keeps_its_key_when_others_are_put_in_above_it_or_moved(string before, string after, int entries)
    {
        var old = TaskFile.Read(before, "wishes", Nothing with { Key = "k" }).Tasks;
        var now = TaskFile.Read(after, "wishes", Nothing with { Key = "k" }).Tasks;

        Assert.Equal(entries, old.Select(task => task.Key).Distinct().Count());
        Assert.Equal("New", Assert.Single(now, task => !old.Select(one => one.Key).Contains(task.Key)).Title);
    }

    [Fact]
    public void A_key_of_its_own_stays_as_it_is()
    {
        var (tasks, _) = TaskFile.Read("{\"title\": \"Paint\", \"key\": \"own\"}\n{\"title\": \"Mend\"}\n", "a.jsonl", Nothing with { Key = "k" });

        Assert.Equal("own", tasks[0].Key);
        Assert.StartsWith("k:", tasks[1].Key, StringComparison.Ordinal);
        Assert.Null(TaskFile.Read("Paint\n", "a.txt", Nothing).Tasks[0].Key);
    }

    [Fact]
    public void A_json_array_is_one_task_an_object_and_a_bracket_in_a_title_is_not()
    {
        var read = TaskFile.Read("\n[{\"title\": \"a\",\n \"parent\": 7},\n {\"title\": \"b\"}]\n", "list.json", Nothing);

        Assert.Equal(["a", "b"], read.Tasks.Select(task => task.Title));
        Assert.Equal(7, read.Tasks[0].Parent);
        Assert.Equal(["list.json:2", "list.json:4"], read.Places);
        Assert.Equal(["[ ] buy milk", "[urgent] call"], TaskFile.Read("[ ] buy milk\n[urgent] call\n", "list.txt", Nothing).Tasks.Select(task => task.Title));
    }

    [Theory]
    [InlineData("{\"title\":\"a\"}\n\n{\"title\":\"b\",\"labels\":\"x\"}", "f:3: 'labels' cannot be this.", "a list of words")]
    [InlineData("{\"title\":7}", "f:1: 'title' cannot be this.", "a text in quotes")]
    [InlineData("{\"title\":\"a\",\"due\":\"9999-12-31\"}", "f:1: 'due' cannot be this.", "a day before the year 9999")]
    [InlineData("{\"title\":\"a\",\"parent\":\"x\"}", "f:1: 'parent' cannot be this.", "a whole number")]
    [InlineData("{\"title\":\"a\",\"priority\":\"urgent\"}", "f:1: 'priority' cannot be this.", "blocker, high, medium, low")]
    [InlineData("{\"title\":\"a\",\"key\":\"\"}", "f:1: 'key' cannot be this.", "not empty")]
    [InlineData("{\"title\": tru}", "f:1: this is no JSON:", "one JSON object a line")]
    [InlineData("[{\"title\":\"a\"},\n{\"titel\":\"b\"}]", "f:2: unknown key 'titel'.", "one of: title")]
    [InlineData("[{\"title\":\"a\"},\n{\"title\":\"b\"", "f:2: this is no JSON:", "a JSON array of task objects")]
    [InlineData("[{\"title\":\"a\"}] more", "f:1: this is no JSON:", "a JSON array of task objects")]
    [InlineData("[\"a\", \"b\"]", "f:1: this is no JSON object.", "title")]
    [InlineData("[]", "f has no task in it.", "a JSON array of task objects")]
    [InlineData("---\ntitle: x\npriority: urgent\n---\n", "f:3: 'priority' cannot be 'urgent'.", "blocker, high, medium, low")]
    public void What_is_expected_is_said_with_the_line_and_without_the_words_of_the_runtime(string text, string error, string expected)
    {
        var (tasks, problem) = TaskFile.Read(text, "f", Nothing);

        Assert.Empty(tasks);
        Assert.StartsWith(error, problem!.Error, StringComparison.Ordinal);
        Assert.Contains(expected, problem.Expected, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", problem.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_is_not_utf_8_is_refused_with_its_place()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, [.. "Paint\nCaf"u8, 0xE9, .. " mend\n"u8], TestContext.Current.CancellationToken);

            var run = await CliRun.OfAsync("task", "add", "-f", file);

            Assert.Equal(2, run.Exit);
            Assert.Contains($"{file}:2: byte 4 of the line is not UTF-8", run.Error, StringComparison.Ordinal);
            Assert.Contains("iconv", run.Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Text_in_utf_8_and_marked_utf_16_is_read()
    {
        Assert.Equal("Caf\u00e9 \U0001F600", InputText.Read("Caf\u00e9 \U0001F600"u8.ToArray(), "f").Text);
        Assert.Equal("Caf\u00e9", InputText.Read([0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("Caf\u00e9")], "f").Text);
    }

    [Fact]
    public void Front_matter_and_markdown_are_one_task()
    {
        const string text = """
            ---
            title: "Export orders: CSV"
            product: bento
            priority: high
            labels: [export, 'csv']
            criteria:
              - has a header line
              - quotes commas
            after: [3, "#4"]
            docs: true
            ---

            # Why

            - people ask for it
            """;

        var (tasks, problem) = TaskFile.Read(text, "task.md", Nothing);

        Assert.Null(problem);
        var task = Assert.Single(tasks);
        Assert.Equal("Export orders: CSV", task.Title);
        Assert.Equal("high", task.Priority);
        Assert.Equal(["export", "csv"], task.Labels);
        Assert.Equal(["has a header line", "quotes commas"], task.Criteria);
        Assert.Equal([3L, 4L], task.After);
        Assert.True(task.Docs);
        Assert.StartsWith("# Why", task.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\ntitel: x\n---\n", "task.md:2: unknown key 'titel'.", "Did you mean 'title'?")]
    [InlineData("---\ntitle: x\ndocs: maybe\n---\n", "task.md:3: 'docs' cannot be 'maybe'.", "")]
    [InlineData("---\ntitle: x\nafter: [a]\n---\n", "task.md:3: 'after' cannot be '[a]'.", "")]
    [InlineData("---\ntitle: x\nnonsense\n---\n", "task.md:3: cannot read this line.", "")]
    [InlineData("---\ntitle: x\n", "task.md:1: the front matter never ends.", "")]
    [InlineData("---\npriority: low\n---\nbody", "task.md: the task has no title.", "")]
    [InlineData("\n\n", "task.md has no task in it.", "")]
    public void What_is_not_understood_is_a_problem_with_its_line(string text, string error, string hint)
    {
        var (tasks, problem) = TaskFile.Read(text, "task.md", Nothing);

        Assert.Empty(tasks);
        Assert.Equal(error, problem!.Error);
        if (hint.Length > 0)
            Assert.Equal(hint, problem.Hint);
    }
}
