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
        Assert.Equal(["k:1", "k:2"], tasks.Select(task => task.Key));
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
