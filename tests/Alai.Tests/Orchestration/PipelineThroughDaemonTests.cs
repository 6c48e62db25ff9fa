using Alai.MissionControl;
using Alai.Rehearsal;
using Alai.Tasks;
using static Alai.Tests.Orchestration.PipelineHarness;

namespace Alai.Tests.Orchestration;

public sealed class PipelineThroughDaemonTests
{
    [Fact]
    public async Task A_clean_pass_lands_after_a_persons_yes_and_not_before()
    {
        await using var factory = await StartAsync([.. Passes, Builds()]);
        var id = await factory.FileAsync();
        var held = await factory.RestAsync(id);
        Assert.Equal((TaskState.Held, HoldCode.NeedsApproval), (held.State, held.Hold!.Code));
        Assert.Equal("BUILD0 REVIEW0 SECURITY0", factory.Stages(id));
        Assert.Equal("", await factory.ShellAsync("git ls-tree --name-only main lib/menu.sh"));

        var wrong = await factory.ApproveAsync(id, new string('0', 40));
        Assert.Contains("look again", wrong.Refusal, StringComparison.Ordinal);
        Assert.Equal(TaskState.Done, (await factory.LandAsync(id)).State);
        Assert.Contains("ramen", await factory.OnMainAsync("lib/menu.sh"), StringComparison.Ordinal);
        Assert.Equal(factory.Root(id).ArtefactHash, await factory.ShellAsync("git rev-parse main^{tree}"));
        Assert.All(factory.Runs(id).Where(run => run.Stage != Stage.Build), run => Assert.False(run.Figures.SameModel));
        Assert.All(factory.Runs(id), run => Assert.Equal(RunOutcome.Verified, run.Outcome));
    }

    [Fact]
    public async Task With_one_slot_each_task_is_finished_before_the_next_is_begun()
    {
        await using var factory = await StartAsync(
            [.. Passes, Builds("lib/one.sh", task: "Add one"), Builds("lib/two.sh", task: "Add two"), Builds("lib/three.sh", task: "Add three")],
            new PipelineSetup { MostRuns = 1 });
        var ids = new[] { await factory.FileAsync("Add one"), await factory.FileAsync("Add two"), await factory.FileAsync("Add three") };
        foreach (var id in ids)
            Assert.Equal(HoldCode.NeedsApproval, (await factory.RestAsync(id)).Hold!.Code);

        var order = ids.SelectMany(id => factory.Runs(id).Select(run => (run.Key.Run.Value, Line: $"{id} {run.Stage}"))).OrderBy(run => run.Value);
        Assert.Equal(ids.SelectMany(id => new[] { $"{id} Build", $"{id} Review", $"{id} Security" }), order.Select(run => run.Line));
    }

    [Fact]
    public async Task A_reject_goes_back_to_build_with_the_findings_and_a_second_round_passes()
    {
        await using var factory = await StartAsync(
        [
            Review("reject", "the price of tofu is missing") with { Times = 1 }, .. Passes,
            Builds(content: "echo sushi 120\necho tofu 90\n", task: "price of tofu is missing"), Builds(),
        ]);
        var id = await factory.FileAsync();
        Assert.Equal(HoldCode.NeedsApproval, (await factory.RestAsync(id)).Hold!.Code);
        Assert.Equal("BUILD0 REVIEW0 BUILD1 REVIEW1 SECURITY1", factory.Stages(id));
        await factory.LandAsync(id);
        Assert.Contains("tofu 90", await factory.OnMainAsync("lib/menu.sh"), StringComparison.Ordinal);
        Assert.Contains("ramen", await factory.ShellAsync($"git show {factory.Family(id)[0].Branch}:lib/menu.sh"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pass_with_findings_files_one_follow_up_which_waits_and_files_none_itself()
    {
        await using var factory = await StartAsync(
            [Review("pass_with_findings", "no help text"), Security("pass"), Builds("lib/help.sh", "echo help for the menu\necho usage\n", "Findings of REVIEW"), Builds()],
            new PipelineSetup { Landing = "auto" });
        var id = await factory.FileAsync();
        await factory.UntilAsync(id, () => factory.Root(id).State == TaskState.Done);
        var follow = Assert.Single(factory.Factory.Reader.List(new TaskFilter { RootsOnly = true, Limit = 10 }).Tasks, task => task.Id != id);
        Assert.Contains("follow-up", follow.Labels);
        await factory.UntilAsync(follow.Id, () => factory.Root(follow.Id).State is TaskState.Done or TaskState.Held || factory.Family(follow.Id).Any(task => task.State == TaskState.Held));
        Assert.Equal(TaskState.Done, factory.Root(follow.Id).State);
        Assert.Equal(2, factory.Factory.Reader.List(new TaskFilter { RootsOnly = true, Limit = 10 }).Tasks.Count);
        Assert.True(factory.Root(follow.Id).FinishedAt > factory.Root(id).FinishedAt);
    }

    [Fact]
    public async Task The_third_reject_of_review_and_security_together_asks_a_person_who_gets_everything_to_decide()
    {
        await using var factory = await StartAsync(
        [
            Review("reject", "round one is wrong") with { Times = 1 }, Review("pass"),
            Security("reject", "the price is not escaped"),
            new RehearsalRule { When = new RehearsalWhen { Tools = true }, ByUse = true, Answers = [.. Enumerable.Range(1, 6).SelectMany(n => new[] { Write("lib/menu.sh", $"echo try {n}\necho sushi\n"), Finish })] },
        ]);
        var id = await factory.FileAsync();
        var held = await factory.RestAsync(id);
        Assert.Equal(HoldCode.RoundsExhausted, held.Hold!.Code);
        Assert.Equal("BUILD0 REVIEW0 BUILD1 REVIEW1 SECURITY1 BUILD2 REVIEW2 SECURITY2", factory.Stages(id));
        Assert.Contains("the price is not escaped", held.Hold.Text, StringComparison.Ordinal);
        Assert.Contains("alai task diff", held.Hold.Text, StringComparison.Ordinal);
        Assert.Contains("try 3", await factory.ShellAsync($"git show {held.Branch}:lib/menu.sh"), StringComparison.Ordinal);
        Assert.Contains(factory.Factory.Reader.Inbox(5), task => task.Id == id);

        // Trying again is a fresh start: the same stages, filed once more, with rounds of their own.
        Assert.Null((await factory.RetryAsync(id)).Refusal);
        await factory.UntilAsync(id, () => factory.Family(id).Count > 8 && factory.Root(id).State == TaskState.Held);
        Assert.StartsWith("BUILD0 REVIEW0 BUILD1 REVIEW1 SECURITY1 BUILD2 REVIEW2 SECURITY2 BUILD0 REVIEW0 ", factory.Stages(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_model_alone_judges_its_own_work_and_every_judging_run_says_so()
    {
        await using var factory = await StartAsync([.. Passes, Builds()], new PipelineSetup { Models = [Small] });
        var id = await factory.FileAsync();
        await factory.RestAsync(id);
        Assert.All(factory.Runs(id), run => Assert.Equal(run.Stage != Stage.Build, run.Figures.SameModel));
    }

    [Fact]
    public async Task A_persons_no_to_a_landing_becomes_the_finding_of_another_round()
    {
        await using var factory = await StartAsync([.. Passes, Builds(content: "echo sushi 120 kr\necho ramen 140 kr\n", task: "prices need a currency"), Builds()]);
        var id = await factory.FileAsync();
        var first = await factory.RestAsync(id);
        Assert.Null((await factory.RejectAsync(id, "prices need a currency")).Refusal);
        await factory.UntilAsync(id, () => factory.Family(id).Count == 6 && factory.Root(id).State == TaskState.Held);
        Assert.Equal("BUILD0 REVIEW0 SECURITY0 BUILD1 REVIEW1 SECURITY1", factory.Stages(id));
        Assert.Contains("look again", (await factory.ApproveAsync(id, first.ArtefactHash)).Refusal, StringComparison.Ordinal);
        await factory.LandAsync(id);
        Assert.Contains("140 kr", await factory.OnMainAsync("lib/menu.sh"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_root_keeps_the_pipeline_it_was_filed_with_when_the_file_changes()
    {
        await using var factory = await StartAsync([.. Passes, Builds()]);
        await factory.Factory.Store.SetHaltAsync(true, "human:anna", "a look", CancellationToken.None);
        var id = await factory.FileAsync();
        await File.WriteAllTextAsync(Path.Combine(factory.Home, "pipeline.yaml"), "name: short\nsteps:\n  - do: build\n  - do: land\n");
        await factory.Factory.Store.SetHaltAsync(false, "human:anna", "", CancellationToken.None);
        factory.Factory.Wake.Now();
        await factory.RestAsync(id);
        Assert.Equal("BUILD0 REVIEW0 SECURITY0", factory.Stages(id));
    }

    [Fact]
    public async Task A_company_folder_deleted_meanwhile_stops_nothing_that_can_go_on()
    {
        await using var factory = await StartAsync([Review("pass") with { Answers = [new RehearsalAnswer { Text = Verdict("pass"), DelayMs = 300 }] }, Security("pass"), Builds()]);
        var folder = Path.Combine(factory.Home, "companies", "proveo");
        Directory.CreateDirectory(folder);
        var id = await factory.FileAsync();
        await factory.UntilAsync(id, () => factory.Family(id).Count >= 2);
        Directory.Delete(Path.Combine(factory.Home, "companies"), recursive: true);
        Assert.Equal(HoldCode.NeedsApproval, (await factory.RestAsync(id)).Hold!.Code);
    }
}
