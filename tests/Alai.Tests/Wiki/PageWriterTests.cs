using Alai.Tasks;
using Alai.Tests.Quality;
using Alai.Wiki;

namespace Alai.Tests.Wiki;

public sealed class PageWriterTests
{
    [Fact]
    public void A_finished_task_becomes_a_page_that_shows_its_proof()
    {
        var task = Some.Task(title: "Add a menu", body: "Show dishes.\n# not a heading of ours") with
        {
            Product = "bento",
            Outcome = "landed",
            Criteria = ["has a <menu>"],
            CreatedAt = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero),
            FinishedAt = new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero),
        };
        var report = new TaskReport
        {
            Commit = "abc123",
            Target = "main",
            Files = ["menu.py"],
            Checks = [new CheckResult { Check = "verification", Passed = true, Seen = "ok", Command = "./test", ExitCode = 0, TreeHash = "0123456789abcdef" }, new CheckResult { Check = "size", Passed = true, Seen = "small" }],
            Findings = [new Finding("low", "menu.py", "name it better")],
            Runs = ["BUILD by qwen3:8b: verified"],
        };
        var page = PageWriter.Write(task, report);
        Assert.Equal(("task-01j0000000000000000000000a", "bento", "Changes", "Add a menu"), (page.Key, page.Book, page.Chapter, page.Title));
        Assert.Equal(
            """
            Task #7, filed by human:anna on 2026-11-23, done on 2026-11-24.

            **Outcome:** landed

            **Landed:** `abc123` on `main`

            ## What was asked

            > Show dishes.
            > # not a heading of ours

            ## Acceptance criteria

            - has a \<menu\>

            ## Changed files

            - `menu.py`

            ## Proof

            - `./test`: exit code 0 on tree `0123456789ab`

            ## Findings

            - low: `menu.py` name it better

            ## Runs

            - BUILD by qwen3:8b: verified
            """,
            page.Markdown);
        Assert.Equal(page, PageWriter.Write(task, report));
    }

    [Fact]
    public void A_task_without_anything_more_still_makes_a_page() =>
        Assert.StartsWith("Task #7", PageWriter.Write(Some.Task(), new TaskReport()).Markdown, StringComparison.Ordinal);
}
