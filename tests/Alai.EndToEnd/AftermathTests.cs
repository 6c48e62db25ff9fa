using Alai.Client.Views;
using Alai.Kills;

namespace Alai.EndToEnd;

/// <summary>The eyes of the kill tests: each way in which something is lost, done twice or wrong is seen.</summary>
public sealed class AftermathTests
{
    private static readonly string[] Pipeline = ["build", "review", "security"];

    [Fact]
    public void An_undisturbed_root_and_one_with_a_lost_worker_are_sound()
    {
        Assert.Empty(Aftermath.Of(Page(), Story()));
        Assert.Empty(Aftermath.Of(Page() with { Runs = [.. Page().Runs, Run(9, "build", "lost_worker")] }, Story()));
    }

    [Fact]
    public void Everything_done_twice_is_seen()
    {
        Assert.Equal("twice", One(Page() with { Stages = [.. Page().Stages, Task(9, "review")] }, Story()));
        Assert.Equal("twice", One(Page() with { Stages = [.. Page().Stages, Task(9, "docs")] }, Story()));
        Assert.Equal("twice", One(Page() with { Runs = [.. Page().Runs, Run(9, "security", "verified")] }, [.. Story(), Event("ended", 9)]));
        Assert.Equal("twice", One(Page(), [.. Story(), Event("ended", 1)]));
        Assert.Equal("twice", One(Page(), [.. Story(), Event("landed")]));
        Assert.Equal("twice", One(Page(), [.. Story(), Event("effect_begun"), Event("effect_ended", text: "#1 land done: again")]));
    }

    [Fact]
    public void Everything_lost_is_seen()
    {
        Assert.Equal("lost", One(Page() with { Task = Page().Task with { State = "held" } }, Story()));
        Assert.Equal("lost", One(Page() with { Stages = [.. Page().Stages.Skip(1)] }, Story()));
        Assert.Equal("lost", One(Page() with { Runs = [.. Page().Runs.Skip(1)] }, Story()));
        Assert.Equal("lost", One(Page(), [.. Story().Where(line => line.Run != 2)]));
        Assert.Equal("lost", One(Page(), [.. Story().Where(line => line.Kind != "landed")]));
        Assert.Equal("lost", One(Page(), [.. Story(), Event("effect_begun")]));
    }

    [Fact]
    public void A_count_or_an_outcome_that_is_not_right_is_seen()
    {
        Assert.Equal("wrong", One(Page() with { Stages = [Task(2, "build") with { Attempts = 2 }, .. Page().Stages.Skip(1)] }, Story()));
        Assert.Equal("wrong", One(Page() with { Runs = [.. Page().Runs, Run(9, "build", null)] }, Story()));
        Assert.Equal("wrong", One(Page() with { Runs = [.. Page().Runs, Run(9, "build", "crashed")] }, Story()));
    }

    private static string One(TaskPageView page, IReadOnlyList<EventView> story) => Assert.Single(Aftermath.Of(page, story)).Kind;

    private static TaskPageView Page() => new()
    {
        Task = Task(1, null) with { Attempts = 0 },
        Stages = [.. Pipeline.Select((stage, number) => Task(number + 2, stage))],
        Runs = [.. Pipeline.Select((stage, number) => Run(number + 1, stage, "verified"))],
        Why = null!,
    };

    private static List<EventView> Story() =>
    [
        .. Enumerable.Range(1, 3).Select(run => Event("ended", run)), Event("effect_begun"), Event("effect_ended", text: "#1 land done: main"), Event("landed"), Event("done"),
    ];

    private static TaskView Task(long id, string? stage) =>
        new() { Id = id, Uid = "", Title = "", Filer = "", Priority = "", State = "done", Kind = "", Domain = "", Stage = stage, Attempts = 1 };

    private static RunView Run(long id, string stage, string? outcome) => new() { Id = id, Stage = stage, Company = "", Outcome = outcome };

    private static EventView Event(string kind, long? run = null, string text = "") => new() { Kind = kind, Run = run, Text = text, Actor = "daemon" };
}
