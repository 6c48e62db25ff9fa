using Alai.Cli.Drawing;
using Alai.Cli.Pages;
using Alai.Client.Views;

namespace Alai.Tests.Cli;

/// <summary>How answers look: on a terminal of 80 and 40 columns, and piped.</summary>
public sealed class PageTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(80)]
    public void A_list_of_tasks(int width) => Holds($"task-list-{width}", width, paper =>
        TaskTable.Write(paper, new TaskListView { Tasks = [Held(), Running(), Finished()], Next = "c3" }));

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(80)]
    public void A_task_as_a_page(int width) => Holds($"task-show-{width}", width, paper => TaskPage.Write(paper, Page()));

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    public void One_screen_of_status(int width) => Holds($"status-{width}", width, paper => StatusPage.Write(paper, Status()));

    [Fact]
    public void A_status_that_cries() => Holds("status-alarm", 80, paper => StatusPage.Write(paper, Status() with
    {
        Healthy = false,
        Alarms = ["no heartbeat for 97 s; expected one every 30 s. See alai logs."],
        Halt = new HaltView { Halted = true, By = "human:anna", Reason = "the test server is down", At = Now.AddMinutes(-3) },
        Runs = [],
        Assigned = [],
        Skipped = new Dictionary<string, long> { ["dependency"] = 3, ["model_missing"] = 500 },
        Later = 2,
        NextAt = Now.AddMinutes(4),
        InboxTotal = 500,
    }));

    [Fact]
    public void The_story_of_a_task() => Holds("history", 80, paper => HistoryPage.Write(paper, new HistoryView
    {
        Task = Finished(),
        Events =
        [
            Event(1, -1500, "human:anna", "filed", "filed #9 Show two decimals"),
            Event(2, -65, "daemon", "claimed", "run 4 claimed BUILD on tier 1 with qwen3:8b"),
            Event(3, -60, "daemon", "verified", "verified: dotnet test, exit 0"),
            Event(4, -2, "human:bo", "approved", "landing approved"),
        ],
    }));

    [Fact]
    public void The_inbox() => Holds("inbox", 80, paper => InboxPage.Write(paper, new InboxView { Entries = [Entry()] }));

    [Fact]
    public void Why() => Holds("why", 80, paper => WhyPage.Write(paper, Reason()));

    [Fact]
    public void The_doctor() => Holds("doctor", 80, paper => DoctorPage.Write(paper, new DoctorView
    {
        Healthy = false,
        Checks =
        [
            new DoctorCheckView { Name = "git", Verdict = "ok", Seen = "/usr/bin/git" },
            new DoctorCheckView { Name = "sandbox", Verdict = "warning", Seen = "level S0 (none)", Fix = "apt-get install bubblewrap" },
            new DoctorCheckView { Name = "settings (alai.yaml)", Verdict = "failed", Seen = "alai.yaml:3: unknown key 'hoasts'; did you mean 'hosts'?", Fix = "Mend the lines named." },
        ],
    }));

    [Theory]
    [InlineData("ok", "Everything the factory needs is here.")]
    [InlineData("warning", "The factory runs, with the warning above")]
    public void The_doctors_last_line_does_not_contradict_a_warning(string verdict, string last)
    {
        using var text = new StringWriter();
        DoctorPage.Write(new Paper(text, 200, colour: false) { Now = Now }, new DoctorView { Healthy = true, Checks = [new DoctorCheckView { Name = "models", Verdict = verdict, Seen = "no model can work now" }] });
        Assert.Contains(last, text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_filed_task_that_is_held_shows_the_rule() => Holds("filed-held", 80, paper =>
        SaidPage.Write(paper, new FiledView { Task = Held(), IsNew = true, Said = "#12 filed: [DECISION] Choose a bank" }));

    [Fact]
    public void Titles_cannot_move_the_cursor() => Holds("hostile-title", 80, paper =>
        TaskTable.Write(paper, [Held() with { Title = "\u001b[2Jgone \u202egnp.exe" }]));

    private static void Holds(string name, int width, Action<Paper> draw)
    {
        using var to = new StringWriter { NewLine = "\n" };
        draw(new Paper(to, width, colour: false) { Now = Now });
        if (width > 0)
            Assert.All(to.ToString().Split('\n'), line => Assert.True(DisplayWidth.Of(line) <= width, line));
        GoldenFile.Holds($"tests/Alai.Tests/Golden/Cli/{name}.txt", to.ToString());
    }

    private static TaskView Held() => Task(12, "[DECISION] Choose a bank", "held") with
    {
        Hold = new HoldView { Code = "safety_rule", Text = "Held before it could start: safety rule 'DECISION' matched \"DECISION\" in the title. Such work needs a person.", LiftedBy = "owner" },
        Priority = "high",
        Body = "Three offers are in the drawer.\n\n- compare the fees of a small company that is paid in three currencies\n- ask about the interface",
        Criteria = ["a name and a reason"],
        Labels = ["money"],
    };

    private static TaskView Running() => Task(11, "Export orders as CSV with a header line and quoted commas", "open") with { Doing = "in pipeline: REVIEW, round 1", Product = "bento" };

    private static TaskView Finished() => Task(9, "Show two decimals", "done") with { Outcome = "landed on main", Product = "bento", Assignee = "human:bo" };

    private static TaskView Task(long id, string title, string state) => new()
    {
        Id = id,
        Uid = "01JD0000000000000000000000",
        Title = title,
        State = state,
        Priority = "medium",
        Kind = "feature",
        Domain = "backend",
        Complexity = 2,
        Filer = "human:anna",
        Root = id,
        CreatedAt = Now.AddHours(-3),
        UpdatedAt = Now.AddMinutes(-4),
    };

    private static TaskPageView Page() => new()
    {
        Task = Held(),
        Stages = [Task(13, "[BUILD] Choose a bank (parent: #12)", "held") with { Stage = "build", Root = 12, Hold = Held().Hold }],
        Runs = [Run()],
        WaitsFor = [Running()],
        Why = Reason(),
    };

    private static WhyView Reason() => new()
    {
        Task = 12,
        State = "held",
        Reason = "safety_rule",
        Sentence = Held().Hold!.Text,
        Facts = ["held as safety_rule; owner can lift it"],
        NextStep = "let it run: alai inbox approve 12; or do it yourself: alai inbox take 12",
    };

    private static RunView Run() => new()
    {
        Id = 4,
        Task = 13,
        Root = 11,
        Title = Running().Title,
        Stage = "review",
        Tier = 2,
        Company = "proveo",
        Model = "qwen2.5-coder:32b",
        Host = "anvil",
        Phase = "reading the diff",
        StartedAt = Now.AddSeconds(-95),
        PulsedAt = Now.AddSeconds(-2),
    };

    private static InboxEntryView Entry() => new()
    {
        Task = Held(),
        Ask = Held().Hold!.Text,
        SubjectHash = "ab12",
        Verbs = ["alai inbox approve 12", "alai inbox reject 12 \"why\"", "alai inbox take 12"],
    };

    private static EventView Event(long sequence, int minutes, string actor, string kind, string text) => new()
    {
        Sequence = sequence,
        At = Now.AddMinutes(minutes),
        Actor = actor,
        Kind = kind,
        Text = text,
    };

    private static StatusView Status() => new()
    {
        Home = "/home/anna/.alai",
        Version = "0.1.0",
        Mode = "up",
        Pid = 4711,
        StartedAt = Now.AddHours(-30),
        Now = Now,
        Healthy = true,
        Halt = new HaltView(),
        LastTick = Now.AddSeconds(-12),
        TickSeconds = 30,
        Runs = [Run()],
        Assigned = [Task(8, "Call the landlord", "open") with { Assignee = "human:anna" }],
        Late = [Task(5, "Pay the rent before the landlord calls again", "open") with { Due = Now.AddDays(-2) }],
        LateTotal = 1,
        Inbox = [Entry()],
        InboxTotal = 1,
        Today = new StatsView
        {
            States = new Dictionary<string, long> { ["open"] = 4, ["running"] = 0, ["held"] = 1, ["done"] = 17, ["cancelled"] = 2 },
            Outcomes = new Dictionary<string, long> { ["verified"] = 6, ["verify_failed"] = 1 },
            Done = 3,
            SpentMicroUsd = 420_000,
        },
    };
}
