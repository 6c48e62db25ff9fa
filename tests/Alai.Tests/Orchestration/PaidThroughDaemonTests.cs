using Alai.Processes;
using Alai.Rehearsal;
using Alai.Tasks;
using static Alai.Tests.Orchestration.PipelineHarness;

namespace Alai.Tests.Orchestration;

/// <summary>Paid runs from end to end: a program in the real sandbox, through the relay and the daemon's proxy, to a scripted provider.</summary>
public sealed class PaidThroughDaemonTests
{
    // 100 tokens in and 20 out of claude-sonnet, twice.
    private const long TwoTurns = 2 * 600;

    private static readonly AnthropicAnswer Used = new()
    {
        Status = 429, ErrorType = "rate_limit_error", Text = "This request would exceed your limit", Headers = new Dictionary<string, string> { ["retry-after"] = "3600" },
    };

    private static PipelineSetup Setup(PaidSetup? paid = null, string budgets = "paid_usd_per_day: 10, paid_usd_per_task: 2") => new()
    {
        Paid = paid ?? new PaidSetup(),
        Settings = $$"""
            tiers:
              1: { model: "small:8b", hosts: [forge], executors: [ollama-tool], idle_s: 60 }
              4: { model: sonnet, executors: [claude-cli], idle_s: 600, paid: true, max_runs: 2, api_key_file: secrets/anthropic, api_url: "@provider" }
              5: { executors: [human-queue] }
            budgets: { {{budgets}}, escalate_into_paid: true }
            """,
    };

    private static Task<PipelineHarness> StartAsync(PipelineSetup setup)
    {
        Assert.SkipWhen(ExecutablePath.Find("bwrap", "/usr/bin:/usr/local/bin", "/") is null, "needs bubblewrap: apt-get install bubblewrap");
        Assert.SkipWhen(ExecutablePath.Find("curl", "/usr/bin", "/") is null, "needs curl: apt-get install curl");
        return PipelineHarness.StartAsync([.. Passes, Builds()], setup);
    }

    [Fact]
    public async Task A_paid_run_works_in_the_sandbox_and_each_call_is_in_the_ledger()
    {
        await using var factory = await StartAsync(Setup());
        var id = await factory.FileAsync(tier: 4);
        var root = await factory.RestAsync(id);
        Assert.True(root.Hold?.Code == HoldCode.NeedsApproval, factory.Story(id));
        var run = factory.Runs(id)[0];
        Assert.Equal(("claude-cli", "sonnet", 2, TwoTurns), (run.Figures.Executor, run.Figures.Model, run.Figures.ModelCalls, run.Figures.CostMicroUsd));
        Assert.Equal((200, 40, "S2"), (run.Figures.TokensIn, run.Figures.TokensOut, run.Figures.Sandbox));
        Assert.Equal(TwoTurns, factory.Factory.Reader.Paid(DateTimeOffset.UnixEpoch, id).TaskMicroUsd);
        Assert.Equal("BUILD0 REVIEW0 SECURITY0", factory.Stages(id));
        Assert.All(factory.Provider.Messages, message => Assert.Equal(PaidSetup.Key, message.Headers["x-api-key"]));
    }

    [Fact]
    public async Task The_key_is_nowhere_but_in_its_file_and_at_the_provider()
    {
        // All the program can see of itself, its machine and its processes becomes the change, and the change is kept.
        var look = "mkdir -p lib; { env; cat /proc/[0-9]*/cmdline; cat /proc/[0-9]*/environ; cat \"$TMPDIR/prompt\"; find / -name anthropic -not -path '/proc/*'; } 2>/dev/null | tr '\\0' '\\n' > lib/seen.txt";
        var odd = new AnthropicAnswer { Text = "the secrets of this house are dull" };
        await using var factory = await StartAsync(Setup(new PaidSetup { Work = look, Answers = [odd] }));
        var id = await factory.FileAsync(tier: 4);
        await factory.RestAsync(id);
        var seen = await factory.ShellAsync($"git -C '{factory.Home}/data/repositories/shop.git' grep -h -e ANTHROPIC_ -e claude $(git -C '{factory.Home}/data/repositories/shop.git' for-each-ref --format='%(refname)' refs/heads/alai) -- lib/seen.txt");
        Assert.Contains("held-by-the-daemon-", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(PaidSetup.Key, seen, StringComparison.Ordinal);
        Assert.DoesNotContain("secrets/anthropic", seen, StringComparison.Ordinal);
        var holders = await factory.ShellAsync($"cd '{factory.Home}' && grep -rlF {PaidSetup.Key} . ../shop; true");
        Assert.Equal("./secrets/anthropic", holders.Trim());
        Assert.Contains(odd.Text[..10], await File.ReadAllTextAsync(factory.Factory.Parts.Home.TranscriptOf(factory.Runs(id)[0].Key.Task.Value, factory.Runs(id)[0].Key.Run.Value), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_word_for_success_without_a_change_is_no_change()
    {
        await using var factory = await StartAsync(Setup(new PaidSetup { Work = ":" }));
        var id = await factory.FileAsync(tier: 4);
        await factory.RestAsync(id);
        Assert.All(factory.Runs(id), run => Assert.NotEqual(RunOutcome.Verified, run.Outcome));
        Assert.Equal("BUILD0", factory.Stages(id));
    }

    [Fact]
    public async Task A_budget_that_ends_in_the_middle_closes_the_door_and_holds_the_task()
    {
        // The first call may cost less than two cents and costs nearly two; the second finds too little.
        var dear = new AnthropicAnswer { InputTokens = 500, OutputTokens = 1200 };
        await using var factory = await StartAsync(Setup(new PaidSetup { Turns = 3, Answers = [dear] }, "paid_usd_per_day: 10, paid_usd_per_task: 0.03"));
        var id = await factory.FileAsync(tier: 4);
        await factory.RestAsync(id);
        Assert.Equal(HoldCode.Budget, factory.Held(id).Hold!.Code);
        Assert.Contains("paid_usd_per_task", factory.Held(id).Hold!.Text, StringComparison.Ordinal);
        Assert.Single(factory.Provider.Messages);
        Assert.Equal(19_500, factory.Factory.Reader.Paid(DateTimeOffset.UnixEpoch, id).TaskMicroUsd);
        Assert.Equal(19_500, factory.Runs(id)[0].Figures.CostMicroUsd);
    }

    [Fact]
    public async Task A_call_that_was_cut_off_may_have_been_spent_and_stays_reserved()
    {
        await using var factory = await StartAsync(Setup(new PaidSetup { Answers = [new AnthropicAnswer { IsCut = true }] }));
        var id = await factory.FileAsync(tier: 4);
        await factory.UntilAsync(id, () => factory.Runs(id).Any(run => run.Outcome == RunOutcome.ModelUnavailable));
        var spent = factory.Factory.Reader.Paid(DateTimeOffset.UnixEpoch, id).TaskMicroUsd;
        Assert.True(spent >= 15_000, $"{spent}");
        Assert.Equal(0, factory.Family(id)[0].Progress.Attempts);
    }

    [Fact]
    public async Task A_used_up_quota_rests_the_tier_over_a_restart_and_no_other_tier()
    {
        await using var factory = await StartAsync(Setup(new PaidSetup { Answers = [Used, new()] }));
        var first = await factory.FileAsync(tier: 4);
        await factory.UntilAsync(first, () => factory.Runs(first).Any(run => run.Outcome == RunOutcome.Quota));
        Assert.Equal(0, factory.Family(first)[0].Progress.Attempts);
        await factory.KillAndRestartAsync();
        var second = await factory.FileAsync("Add a second menu", tier: 4);
        var local = await factory.FileAsync("Add a third menu", tier: 1);
        Assert.Equal(HoldCode.NeedsApproval, (await factory.RestAsync(local)).Hold!.Code);
        var why = factory.Factory.Why.Explain(second);
        Assert.Contains("used up until", why!.ToString(), StringComparison.Ordinal);
        Assert.Empty(factory.Runs(second));
        factory.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(HoldCode.NeedsApproval, (await factory.RestAsync(first)).Hold!.Code);
        Assert.Equal(HoldCode.NeedsApproval, (await factory.RestAsync(second)).Hold!.Code);
    }

    [Theory]
    [InlineData(401, "authentication_error", RunOutcome.Auth, HoldCode.Config)]
    [InlineData(404, "not_found_error", RunOutcome.BadConfig, HoldCode.Config)]
    public async Task What_a_person_must_mend_is_held_with_the_providers_words(int status, string type, RunOutcome outcome, HoldCode hold)
    {
        await using var factory = await StartAsync(Setup(new PaidSetup { Answers = [new AnthropicAnswer { Status = status, ErrorType = type, Text = "so it is" }] }));
        var id = await factory.FileAsync(tier: 4);
        await factory.RestAsync(id);
        Assert.Equal((outcome, 0L), (Assert.Single(factory.Runs(id)).Outcome, factory.Factory.Reader.Paid(DateTimeOffset.UnixEpoch, id).TaskMicroUsd));
        Assert.Equal(hold, factory.Held(id).Hold!.Code);
        Assert.Contains("so it is", factory.Held(id).Hold!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overloaded_provider_is_asked_again_later_and_costs_nothing()
    {
        await using var factory = await StartAsync(Setup(new PaidSetup { Answers = [new AnthropicAnswer { Status = 529, ErrorType = "overloaded_error", Text = "Overloaded" }, new()] }));
        var id = await factory.FileAsync(tier: 4);
        await factory.UntilAsync(id, () => factory.Runs(id).Any(run => run.Outcome == RunOutcome.ModelUnavailable));
        factory.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HoldCode.NeedsApproval, (await factory.RestAsync(id)).Hold!.Code);
        Assert.Equal(TwoTurns, factory.Factory.Reader.Paid(DateTimeOffset.UnixEpoch, id).TaskMicroUsd);
    }

    [Fact]
    public async Task A_model_that_is_not_on_the_runs_list_is_refused_before_it_costs()
    {
        await using var factory = await StartAsync(Setup(new PaidSetup { Model = "claude-opus-5" }));
        var id = await factory.FileAsync(tier: 4);
        await factory.RestAsync(id);
        Assert.Equal(HoldCode.Config, factory.Held(id).Hold!.Code);
        Assert.Contains("claude-opus-5", factory.Held(id).Hold!.Text, StringComparison.Ordinal);
        Assert.Empty(factory.Provider.Messages);
    }

    [Fact]
    public async Task Without_a_key_the_task_is_held_and_told_where_to_put_one()
    {
        await using var factory = await StartAsync(Setup(new PaidSetup { KeyInFile = null }));
        var id = await factory.FileAsync(tier: 4);
        await factory.RestAsync(id);
        Assert.Equal(HoldCode.Config, factory.Held(id).Hold!.Code);
        Assert.Contains("secrets/anthropic", factory.Held(id).Hold!.Text, StringComparison.Ordinal);
        Assert.Empty(factory.Provider.Messages);
    }

    [Fact]
    public async Task With_a_budget_of_nothing_no_paid_run_starts()
    {
        await using var factory = await StartAsync(Setup(budgets: "paid_usd_per_day: 0, paid_usd_per_task: 2"));
        var id = await factory.FileAsync(tier: 4);
        await factory.RestAsync(id);
        Assert.Equal(HoldCode.Budget, factory.Held(id).Hold!.Code);
        Assert.Empty(factory.Provider.Messages);
    }
}
