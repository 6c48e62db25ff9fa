using System.Diagnostics;
using Alai.MissionControl;
using Alai.Rehearsal;
using Alai.Tasks;

namespace Alai.Tests.Orchestration;

/// <summary>What is wired along the run: classification, hosts, stopping, commands without a model.</summary>
public sealed class RunPathTests
{
    private const string Title = "Add a farewell";
    private static readonly RehearsalRule Works = Says.To(Title, Says.Write("farewell.sh", ShellProduct.Farewell), Says.Finish);
    private static readonly RehearsalRule Waits = Says.To(Title, Says.Write("farewell.sh", ShellProduct.Farewell), Says.Call("run", new { command = "sleep 85997", timeout = 600 }), Says.Finish);

    [Fact]
    public async Task A_refined_classification_that_needs_another_tier_gives_the_claim_back_without_an_attempt()
    {
        await using var bench = await RunBench.StartAsync([Says.Classified(complexity: 1), Works]);
        await bench.WithAsync(ShellProduct.Describe("greeter"), ShellProduct.Files);
        await bench.OpenAsync(TwoTiers(bench));

        var end = await bench.RunAsync(Title, "greeter");
        Assert.True(end.Stage is { State: TaskState.Done, Progress.Attempts: 1 }, end.Words + bench.Story(end.Root.Id));
        Assert.Equal([3, 1], end.Runs.Select(run => run.Route.Tier));
        Assert.Equal([null, RunOutcome.Verified], end.Runs.Select(run => run.Outcome));
        Assert.Equal("model:qwen3:8b", end.Stage.Classification.By);
        Assert.Single(bench.Models.Chats, chat => chat.AsksSchema);
    }

    [Fact]
    public async Task An_unusable_classification_keeps_the_rules_word_loudly_and_is_not_asked_for_again()
    {
        var prose = new RehearsalRule { When = new RehearsalWhen { System = "You classify one software task" }, Answers = [new RehearsalAnswer { Text = "It looks easy to me." }] };
        await using var bench = await RunBench.StartAsync([prose, Says.To(Title, Says.Finish)]);
        await bench.WithAsync(ShellProduct.Describe("greeter"), ShellProduct.Files);
        await bench.OpenAsync();

        var end = await bench.RunAsync(Title, "greeter");
        Assert.Equal(2, end.Runs.Count);
        Assert.Equal("rules", end.Stage.Classification.By);
        Assert.Contains("rules kept", end.Stage.Classification.Why, StringComparison.Ordinal);
        Assert.Single(bench.Models.Chats, chat => chat.AsksSchema);
        Assert.True(end.Runs[0].Figures.ModelCalls > 1, "the question is metered");
    }

    [Fact]
    public async Task Another_host_takes_over_when_one_vanishes_in_the_middle()
    {
        var vanishes = Says.To(Title, Says.Write("farewell.sh", ShellProduct.Farewell), Says.Do(Scenario.Vanish));
        await using var bench = await RunBench.StartAsync([vanishes], [Works]);
        await bench.WithAsync(ShellProduct.Describe("greeter"), ShellProduct.Files);
        await bench.OpenAsync(bench.Settings().Replace("model: \"qwen3:8b\",", "model: \"qwen3:8b\", hosts: [host1, host2],", StringComparison.Ordinal));

        var end = await bench.RunAsync(Title, "greeter");
        Assert.True(end.First == RunOutcome.Verified, end.Words + bench.Story(end.Root.Id));
        Assert.Equal("host2", end.Last.Figures.Host);
        Assert.Contains("going on at host host2", bench.Story(end.Root.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_no_host_left_the_work_waits_and_says_for_what()
    {
        await using var bench = await RunBench.StartAsync([Says.To(Title, Says.Do(Scenario.Vanish))]);
        await bench.WithAsync(ShellProduct.Describe("greeter"), ShellProduct.Files);
        await bench.OpenAsync();

        var end = await bench.RunAsync(Title, "greeter");
        Assert.True(end is { First: RunOutcome.ModelUnavailable, Stage: { State: TaskState.Open, Progress.Attempts: 0 } }, end.Words);
        Assert.Contains("host1", end.Stage.Progress.WaitReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_the_last_process_within_six_seconds()
    {
        await using var bench = await RunBench.StartAsync([Waits]);
        await bench.WithAsync(ShellProduct.Describe("greeter"), ShellProduct.Files);
        await bench.OpenAsync();
        var id = await bench.FileAsync(Title, "greeter");
        await bench.UntilAsync(() => LivingProcesses.Naming("sleep 85997").Count > 0 && bench.Look(id).Runs is [{ Processes.Length: > 0 }], () => bench.Story(id));

        var started = Stopwatch.GetTimestamp();
        var answer = await bench.Factory.ChangeAsync(new CancelTask(id, "human:anna", "not needed"), CancellationToken.None);
        Assert.Null(answer.Refusal);
        await bench.UntilAsync(() => LivingProcesses.Naming("sleep 85997").Count == 0 && bench.Living().Count == 0);
        var took = Stopwatch.GetElapsedTime(started);
        TestContext.Current.SendDiagnosticMessage($"cancel to last process gone: {took.TotalSeconds:0.0} s");
        Assert.True(took < TimeSpan.FromSeconds(6), $"took {took.TotalSeconds:0.0} s");
        await bench.UntilAsync(() => bench.Factory.Parts.Slots.InUse == 0);
        Assert.Empty(Directory.GetDirectories(Path.Combine(bench.Home, "data", "workspaces")));
    }

    [Fact]
    public async Task Stopping_the_factory_gives_the_work_back_without_an_attempt()
    {
        await using var bench = await RunBench.StartAsync([Waits]);
        await bench.WithAsync(ShellProduct.Describe("greeter"), ShellProduct.Files);
        await bench.OpenAsync();
        var id = await bench.FileAsync(Title, "greeter");
        await bench.UntilAsync(() => LivingProcesses.Naming("sleep 85997").Count > 0, () => bench.Story(id));

        await bench.Factory.DisposeAsync();
        await bench.OpenAsync(starts: false);
        var end = bench.Look(id);
        Assert.True(end.Stage is { State: TaskState.Open, Progress.Attempts: 0 }, end.Words);
        Assert.True(end.Runs is [{ EndedAt: not null, Outcome: null }], end.Words);
        Assert.Empty(bench.Living());
    }

    [Fact]
    public async Task A_blueprint_of_commands_alone_needs_no_model_and_no_tier()
    {
        await using var bench = await RunBench.StartAsync([Works]);
        await bench.WithAsync(ShellProduct.Describe("greeter"), ShellProduct.Files);
        var folder = Path.Combine(bench.Home, "companies", "scribe");
        Directory.CreateDirectory(Path.Combine(folder, "agents"));
        Directory.CreateDirectory(Path.Combine(folder, "blueprints"));
        await File.WriteAllTextAsync(Path.Combine(folder, "company.yaml"), "title: Scribe\npurpose: Writes the same file again and again.\nstages:\n  single: [operations]\nroles:\n  lead: { tools: [read_file, finish] }\n  builder: { tools: [read_file, write_file, run, finish] }\n  reviewer: { tools: [read_file, finish] }\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "SOUL.md"), "# Scribe\n\nYou write.\n", TestContext.Current.CancellationToken);
        foreach (var role in new[] { "lead", "builder", "reviewer" })
            await File.WriteAllTextAsync(Path.Combine(folder, "agents", role + ".md"), $"# {role}\n\nWrites.\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "blueprints", "version.yaml"), "summary: Write the version file.\nstages: [single]\nsteps:\n  - name: write\n    run: \"printf '2.0\\\\n' > version.txt\"\n    expect: { changed: \"version.txt\" }\n", TestContext.Current.CancellationToken);
        await bench.OpenAsync("fleet:\n  hosts:\n    - { name: none, url: \"http://127.0.0.1:9\" }\norchestrator: { person_grace_s: 0 }\n");

        var answer = await bench.Factory.Filing.FileAsync(
            new() { Title = "Write the version file", Product = "greeter", Actor = "human:anna", OneShot = true, Company = "scribe" }, CancellationToken.None);
        var end = await bench.EndedAsync(answer.Task!.Id);
        Assert.True(end.First == RunOutcome.Verified && end.Stage.State == TaskState.Done, end.Words + bench.Story(end.Root.Id));
        Assert.Equal(("command", "", 0), (end.Last.Figures.Executor, end.Last.Figures.Model, end.Last.Figures.ModelCalls));
        Assert.Empty(bench.Models.Chats);
    }

    private static string TwoTiers(RunBench bench) => bench.Settings().Replace(
        "  5: {", "  3: { model: \"qwen3:32b\", executors: [ollama-tool], idle_s: 20 }\n  5: {", StringComparison.Ordinal);
}
