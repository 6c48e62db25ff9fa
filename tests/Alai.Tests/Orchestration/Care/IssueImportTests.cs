using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Tests.Orchestration;

/// <summary>Issues of other trackers: what is mapped, what waits, what is refused.</summary>
public sealed class IssueImportTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GitHub_issues_come_from_gh_and_from_the_api_as_the_same_tasks()
    {
        await using var home = new CareHome();
        var gh = """
            [{"number":1,"title":"Pick a font","body":"","labels":[{"name":"design"}],"state":"CLOSED","url":"https://github.com/anna/bento/issues/1","assignees":[],"comments":[]},
             {"number":2,"title":"Use the font","body":"Depends on #1 and #3.\nBlocked by: #1","labels":[{"name":"priority: high"}],"state":"OPEN","url":"https://github.com/anna/bento/issues/2","assignees":[],"comments":[{"author":{"login":"bo"},"body":"soon"}]},
             {"number":3,"title":"Buy the font","body":"","labels":[],"state":"OPEN","url":"https://github.com/anna/bento/issues/3","assignees":[{"login":"bo"}],"comments":[]}]
            """;
        var api = """
            [{"number":2,"title":"Use the font","body":null,"labels":["p1"],"state":"open","html_url":"https://github.com/anna/bento/issues/2","comments":1}]
            [{"number":4,"title":"A change","state":"open","html_url":"https://github.com/anna/bento/pull/4","pull_request":{}},
             {"number":5,"title":"Mend the footer","body":"It is crooked","labels":[{"name":"P0"}],"state":"open","html_url":"https://github.com/anna/bento/issues/5"}]
            """;

        var first = await RunAsync(home, "github", gh);
        var second = await RunAsync(home, "github", api);

        Assert.Equal((3L, 0L), (first.Taken, first.Known));
        Assert.Equal((1L, 1L), (second.Taken, second.Known));
        var tasks = home.Factory.Reader.List(new TaskFilter()).Tasks.ToDictionary(task => task.Title);
        Assert.Equal(TaskState.Done, tasks["Pick a font"].State);
        Assert.Equal("closed on GitHub", tasks["Pick a font"].Outcome);
        Assert.Equal(Priority.High, tasks["Use the font"].Priority);
        Assert.Equal([tasks["Pick a font"].Id, tasks["Buy the font"].Id], tasks["Use the font"].After.OrderBy(id => id.Value));
        Assert.Contains("assigned on GitHub to bo", tasks["Buy the font"].Hold!.Text, StringComparison.Ordinal);
        Assert.Equal(Priority.Blocker, tasks["Mend the footer"].Priority);
        Assert.Contains("> bo: soon", home.Factory.Reader.Find(tasks["Use the font"].Id)!.Body, StringComparison.Ordinal);
        Assert.Equal(4, tasks.Count);
    }

    [Fact]
    public async Task Beads_issues_keep_their_words_and_a_circle_is_cut_and_told()
    {
        await using var home = new CareHome();
        var report = await RunAsync(home, "beads", """
            {"id":"bd-1","title":"One","description":"D","design":"Boxes","acceptance_criteria":"- [ ] it works\n- it is quick","notes":"N","status":"open","priority":4,"issue_type":"bug","labels":["x"],"comments":[{"author":"bo","text":"hello"}],"dependencies":[{"depends_on_id":"bd-2","type":"blocks"},{"depends_on_id":"bd-5","type":"parent-child"}]}
            {"id":"bd-2","title":"Two","status":"in_progress","assignee":"bo","dependencies":[{"depends_on_id":"bd-1","type":"blocks"}]}

            {"id":"bd-3","title":"Gone","status":"tombstone"}
            {"id":"bd-4","title":"Bad\u0007title","status":"open"}
            {"id":"bd-5","title":"Everything","status":"open","issue_type":"epic"}
            """);

        Assert.Equal(3, report.Taken);
        Assert.Equal(2, report.LeftOut.Count);
        Assert.Contains("tombstones): 1", report.LeftOut[0], StringComparison.Ordinal);
        Assert.Contains("circle", report.LeftOut[1], StringComparison.Ordinal);
        var made = home.Factory.Reader.List(new TaskFilter()).Tasks.ToDictionary(task => task.Title);
        Assert.Equal(made["Everything"].Id, made["One"].Lineage.Parent);
        Assert.StartsWith("bd-4:", Assert.Single(report.Refused), StringComparison.Ordinal);
        var tasks = home.Factory.Reader.List(new TaskFilter()).Tasks.ToDictionary(task => task.Title);
        var one = home.Factory.Reader.Find(tasks["One"].Id)!;
        Assert.Equal(["it works", "it is quick"], one.Criteria);
        Assert.Equal(["x", "bug"], one.Labels);
        Assert.Equal(Priority.Low, one.Priority);
        foreach (var words in new[] { "## Design\n\nBoxes", "## Notes\n\nN", "> bo: hello", "parent-child bd-5" })
            Assert.Contains(words, one.Body, StringComparison.Ordinal);
        Assert.Contains("somebody works on bd-2 in Beads: bo", tasks["Two"].Hold!.Text, StringComparison.Ordinal);
        Assert.Contains("epic", tasks["Everything"].Hold!.Text, StringComparison.Ordinal);
        Assert.Equal(1, tasks["One"].After.Count + tasks["Two"].After.Count);
    }

    [Fact]
    public async Task Issues_wait_for_those_of_an_earlier_page_and_belong_to_them()
    {
        await using var home = new CareHome();
        await RunAsync(home, "beads", """
            {"id":"bd-1","title":"One","status":"open"}
            {"id":"bd-2","title":"Everything","status":"open","issue_type":"epic"}
            """);

        var report = await RunAsync(home, "beads", """
            {"id":"bd-3","title":"Three","status":"open","dependencies":[{"depends_on_id":"bd-1","type":"blocks"},{"depends_on_id":"bd-2","type":"parent-child"},{"depends_on_id":"bd-9","type":"blocks"}]}
            """);

        Assert.Equal((1L, 0L), (report.Taken, report.Known));
        var made = home.Factory.Reader.List(new TaskFilter()).Tasks.ToDictionary(task => task.Title);
        Assert.Equal([made["One"].Id], made["Three"].After);
        Assert.Equal(made["Everything"].Id, made["Three"].Lineage.Parent);
        Assert.Equal("bd-3 after bd-9: not in this file, so it does not wait", Assert.Single(report.LeftOut));
    }

    [Fact]
    public async Task Beads_issues_that_are_blocked_wait_and_what_they_waited_for_elsewhere_is_told()
    {
        await using var home = new CareHome();
        var report = await RunAsync(home, "beads", """
            {"id":"bd-1","title":"One","status":"blocked"}
            {"id":"bd-2","title":"Two","status":"open","dependencies":[{"depends_on_id":"bd-99","type":"blocks"},{"depends_on_id":"bd-98","type":"parent-child"}]}
            """);

        var tasks = home.Factory.Reader.List(new TaskFilter()).Tasks.ToDictionary(task => task.Title);
        Assert.Equal((HoldCode.Blocked, "bd-1 is blocked in Beads"), (tasks["One"].Hold!.Code, tasks["One"].Hold!.Text));
        Assert.Equal("bd-2 after bd-99: not in this file, so it does not wait", Assert.Single(report.LeftOut));
        Assert.EndsWith("waited there for bd-99, which the import did not have", home.Factory.Reader.Find(tasks["Two"].Id)!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GitHub_issues_without_an_address_are_refused_and_the_others_mended_and_taken()
    {
        await using var home = new CareHome();
        var report = await RunAsync(home, "github", $$"""
            [{"number":1,"title":"Nowhere","state":"OPEN"},
             {"number":1,"title":"Somewhere","state":"OPEN","repository_url":"https://api.github.com/repos/anna/bento"},
             {"number":2,"title":"Given up","state":"CLOSED","stateReason":"NOT_PLANNED","url":"https://github.com/anna/bento/issues/2"},
             {"number":3,"title":"Given up too","state":"closed","state_reason":"not_planned","url":"https://github.com/anna/bento/issues/3"},
             {"number":4,"title":"{{new string('x', 230)}}","body":"b","state":"OPEN","url":"https://github.com/anna/bento/issues/4"},
             {"number":5,"title":"Turned \u202Earound","body":"\u2066b","state":"OPEN","url":"https://github.com/anna/bento/issues/5"},
             {"number":6,"title":"A change","state":"OPEN","url":"https://github.com/anna/bento/pull/6"}]
            """);

        Assert.Equal(5, report.Taken);
        Assert.StartsWith("#1: expected an issue with its address", Assert.Single(report.Refused), StringComparison.Ordinal);
        Assert.Equal(["pull requests, which are no issues: 1", "anna/bento#5: text direction characters, which hide what a text says"], report.LeftOut);
        var tasks = home.Factory.Reader.List(new TaskFilter()).Tasks.ToDictionary(task => task.Title);
        Assert.All(["Given up", "Given up too"], title => Assert.Equal((TaskState.Cancelled, "closed on GitHub as not planned"), (tasks[title].State, tasks[title].Outcome)));
        Assert.StartsWith("b", home.Factory.Reader.Find(tasks["Turned around"].Id)!.Body, StringComparison.Ordinal);
        var cut = tasks.Values.Single(task => task.Title.EndsWith("...", StringComparison.Ordinal));
        Assert.Equal(200, cut.Title.Length);
        Assert.StartsWith(new string('x', 230) + "\n\nb", home.Factory.Reader.Find(cut.Id)!.Body, StringComparison.Ordinal);
        Assert.Contains("Somewhere", tasks.Keys);
    }

    [Theory]
    [InlineData("beads", "{\"id\":\"bd-1\",\"title\":\"One\"}\n{\"id\":", "line 2 is no Beads issue")]
    [InlineData("beads", "{\"title\":\"One\"}", "it has no id")]
    [InlineData("github", "[{\"title\":\"One\"}]", "has no number")]
    [InlineData("github", "<html>", "no list of GitHub issues")]
    public async Task A_file_that_is_something_else_files_nothing(string from, string text, string why)
    {
        await using var home = new CareHome();

        var report = await RunAsync(home, from, text);

        Assert.Contains(why, report.Refusal, StringComparison.Ordinal);
        Assert.Equal(0, home.Factory.Reader.LastSequence());
    }

    private static async Task<ImportReport> RunAsync(CareHome home, string from, string text)
    {
        var file = Path.Combine(home.Folder, "issues");
        await File.WriteAllTextAsync(file, text, None);
        return await home.Factory.Issues.RunAsync((from, file, ""), "human:anna", None);
    }
}
