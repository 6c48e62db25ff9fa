using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Tests.Orchestration;

/// <summary>Ageing, owners, words, labels and the way back, in a whole factory.</summary>
public sealed class WorkFeatureTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_that_waits_rises_step_by_step_up_to_high_and_why_says_so()
    {
        await using var factory = new QuietFactory("{ max_runs: 2, ageing_h: 24 }");
        var (low, _) = await factory.FileAsync(QuietFactory.Errand() with { Priority = Priority.Low });
        factory.Clock.Advance(TimeSpan.FromHours(23));
        await AgeAsync(factory);
        Assert.Equal(Priority.Low, factory.Reader.Find(low.Id)!.Counts);

        factory.Clock.Advance(TimeSpan.FromHours(1));
        await AgeAsync(factory);
        var family = factory.Reader.Family(low.Id);
        Assert.All(family, task => Assert.Equal((Priority.Low, Priority.Medium), (task.Priority, task.Counts)));
        var young = (await factory.FileAsync(QuietFactory.Errand("Young") with { Priority = Priority.Medium })).Stage;
        Assert.Equal([family[1].Id, young.Id], factory.Reader.Ready(factory.Clock.GetUtcNow(), null, 10).Select(task => task.Id));

        factory.Clock.Advance(TimeSpan.FromHours(24));
        await AgeAsync(factory);
        factory.Clock.Advance(TimeSpan.FromDays(100));
        await AgeAsync(factory);
        Assert.Equal((Priority.Low, Priority.High), (factory.Reader.Find(low.Id)!.Priority, factory.Reader.Find(low.Id)!.Counts));
        Assert.Contains(factory.Factory.Why.Explain(low.Id)!.Facts, fact => fact.StartsWith("it counts as high: filed as low", StringComparison.Ordinal));
        Assert.Equal(2, factory.Reader.Events(low.Id, 0, 100).Count(happened => happened.Kind == "aged"));
    }

    [Fact]
    public async Task A_stage_filed_late_counts_as_its_root_does_and_an_edit_begins_anew()
    {
        await using var factory = new QuietFactory("{ max_runs: 2, ageing_h: 1 }");
        var (root, stage) = await factory.FileAsync(QuietFactory.Errand() with { Priority = Priority.Low });
        factory.Clock.Advance(TimeSpan.FromHours(30));
        await AgeAsync(factory);
        await factory.DoAsync(new CancelTask(root.Id, "human:anna", ""));
        await factory.DoAsync(new ReopenTask(root.Id, "human:anna", ""));
        var again = factory.Reader.Family(root.Id)[^1];
        Assert.NotEqual(stage.Id, again.Id);
        Assert.Equal((Priority.Low, Priority.High), (again.Priority, again.Counts));

        await factory.DoAsync(new EditTask(root.Id, "human:anna", null, new TaskEdit { Priority = Priority.Blocker }));
        Assert.All(factory.Reader.Family(root.Id).Where(task => task.State == TaskState.Open), task => Assert.Equal((Priority.Blocker, Priority.Blocker), (task.Priority, task.Counts)));
    }

    [Fact]
    public async Task Nothing_rises_when_ageing_is_off()
    {
        await using var factory = new QuietFactory("{ max_runs: 2, ageing_h: 0 }");
        var (root, _) = await factory.FileAsync(QuietFactory.Errand() with { Priority = Priority.Low });
        factory.Clock.Advance(TimeSpan.FromDays(365));
        await AgeAsync(factory);

        Assert.Equal(Priority.Low, factory.Reader.Find(root.Id)!.Counts);
    }

    [Fact]
    public async Task The_sweep_tells_how_many_rose()
    {
        await using var factory = new QuietFactory();
        await factory.FileAsync(QuietFactory.Errand());

        Assert.Equal(0, await factory.Store.AgeAsync(TimeSpan.FromHours(1), 10, None));
        factory.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await factory.Store.AgeAsync(TimeSpan.FromHours(1), 10, None));
    }

    [Theory]
    [InlineData("human:new-one", "human:new-one")]
    [InlineData("CodeCraft", "company:codecraft")]
    [InlineData("company:vizu", "company:vizu")]
    [InlineData("codecraft/lead", "agent:codecraft/lead")]
    [InlineData("Anna", "human:anna")]
    [InlineData("me", "human:bo")]
    public async Task An_owner_is_somebody(string given, string expected)
    {
        await using var factory = new QuietFactory();
        await factory.FileAsync(QuietFactory.Errand());

        var answer = await factory.Factory.Filing.FileAsync(new FilingRequest { Title = "Mend the footer", Actor = "human:bo", Owner = given }, None);

        Assert.Equal(expected, answer.Task?.Owner);
    }

    [Theory]
    [InlineData("anan", "did you mean 'anna'")]
    [InlineData("codecarft", "did you mean 'codecraft'")]
    [InlineData("dead-letters", "human:NAME")]
    public async Task An_owner_who_is_nobody_is_refused(string given, string expected)
    {
        await using var factory = new QuietFactory();
        await factory.FileAsync(QuietFactory.Errand());

        var answer = await factory.Factory.Filing.FileAsync(new FilingRequest { Title = "Mend the footer", Actor = "human:bo", Owner = given }, None);

        Assert.Null(answer.Task);
        Assert.Contains(expected, answer.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_like_nobody_known_is_told_a_few_names_and_where_the_others_are()
    {
        await using var factory = new QuietFactory();
        await factory.FileAsync(QuietFactory.Errand());

        var answer = await factory.Factory.Filing.FileAsync(new FilingRequest { Title = "Mend the footer", Actor = "human:bo", Owner = "dead-letters" }, None);

        var names = answer.Refusal!.Split("expected one of: ")[1].Split(" and ")[0].Split(", ");
        Assert.Equal(8, names.Length);
        Assert.Equal("anna", names[0]);
        Assert.Matches(@" and \d+ more \(alai company list, and alai company show NAME for its agents\)\. A person", answer.Refusal);
    }

    [Theory]
    [InlineData("Anna", "human:anna")]
    [InlineData("me", "human:bo")]
    [InlineData("human:new-one", "human:new-one")]
    [InlineData(null, null)]
    public async Task A_task_is_given_into_somebodys_hands_and_who_got_it_is_known(string? given, string? expected)
    {
        await using var factory = new QuietFactory();
        var (root, _) = await factory.FileAsync(QuietFactory.Errand());

        var answer = await factory.DoAsync(new AssignToPerson(root.Id, "human:bo", given));

        Assert.True(answer.Task is not null, answer.Refusal);
        Assert.Equal(expected, answer.Task.Assignee);
        Assert.Contains(expected ?? "human:bo", factory.Reader.KnownPeople());
    }

    [Theory]
    [InlineData("anan", "nobody is called 'anan'; did you mean 'anna'?")]
    [InlineData("nobodyhere", "A person who is new here is written human:NAME")]
    [InlineData("human:", "nobody is called 'human:'")]
    [InlineData("CodeCraft", "work is handed to persons, and company:codecraft is none")]
    [InlineData("codecraft/lead", "agent:codecraft/lead is none")]
    public async Task A_task_is_not_given_to_who_is_no_person(string given, string expected)
    {
        await using var factory = new QuietFactory();
        var (root, _) = await factory.FileAsync(QuietFactory.Errand());

        var answer = await factory.DoAsync(new AssignToPerson(root.Id, "human:bo", given));

        Assert.Null(answer.Task);
        Assert.Contains(expected, answer.Refusal, StringComparison.Ordinal);
        Assert.Null(factory.Reader.Find(root.Id)!.Assignee);
        Assert.DoesNotContain(factory.Reader.KnownPeople(), person => person.Contains("nobodyhere", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stage_is_nobodys_parent()
    {
        await using var factory = new QuietFactory();
        var (root, stage) = await factory.FileAsync(QuietFactory.Errand());
        var request = new FilingRequest { Title = "Mend the footer", Actor = "human:bo", Parent = stage.Id.Value };

        Assert.Equal("#2 is a stage of #1: name #1 as the parent", (await factory.Factory.Filing.FileAsync(request, None)).Refusal);
        Assert.Equal(root.Id, (await factory.Factory.Filing.FileAsync(request with { Parent = root.Id.Value }, None)).Task?.Lineage.Parent);
    }

    [Fact]
    public async Task Words_are_found_by_rank_and_follow_edits()
    {
        await using var factory = new QuietFactory();
        var (footer, _) = await factory.FileAsync(QuietFactory.Errand("Mend the footer"));
        var (body, _) = await factory.FileAsync(QuietFactory.Errand("Look at the shop") with { Body = "its footer is grün and the prices have decimals" });
        await factory.FileAsync(QuietFactory.Errand("Something else"));

        Assert.Equal([footer.Id, body.Id], Found("footer"));
        Assert.Equal([body.Id], Found("GRUN decim*"));
        Assert.Empty(Found("footer nothing"));
        Assert.Empty(Found("\" OR ( * NEAR"));
        Assert.Equal([footer.Id], factory.Reader.Search("footer", 0, 1).Tasks.Select(task => task.Id));
        Assert.Equal([body.Id], factory.Reader.Search("footer", 1, 1).Tasks.Select(task => task.Id));

        await factory.DoAsync(new EditTask(footer.Id, "human:anna", null, new TaskEdit { Title = "Mend the header" }));
        Assert.Equal([body.Id], Found("footer"));
        Assert.Equal([footer.Id], Found("header"));

        IEnumerable<TaskId> Found(string words) => factory.Reader.Search(words, 0, 50).Tasks.Select(task => task.Id);
    }

    [Fact]
    public async Task Labels_come_and_go_and_meet_the_rules()
    {
        await using var factory = new QuietFactory();
        var (root, _) = await factory.FileAsync(QuietFactory.Errand() with { Labels = ["home", "later"] });

        await factory.DoAsync(new LabelTask(root.Id, "human:anna", ["shop"], ["later"]));
        Assert.Equal(["home", "shop"], factory.Reader.Find(root.Id)!.Labels);
        Assert.Equal([root.Id], factory.Reader.List(new TaskFilter { Label = "shop" }).Tasks.Select(task => task.Id));
        Assert.Empty(factory.Reader.List(new TaskFilter { Label = "later" }).Tasks);

        await factory.DoAsync(new LabelTask(root.Id, "human:anna", ["CEO"], []));
        Assert.Equal(HoldCode.SafetyRule, factory.Reader.Find(root.Id)!.Hold?.Code);
    }

    private static Task AgeAsync(QuietFactory factory) => new Ageing(factory.Factory.Parts).RunAsync(None);
}
