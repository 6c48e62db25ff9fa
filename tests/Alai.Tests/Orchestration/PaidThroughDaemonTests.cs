using Alai.Tasks;
using static Alai.Tests.Orchestration.PipelineHarness;

namespace Alai.Tests.Orchestration;

public sealed class PaidThroughDaemonTests
{
    private const string Result = """{"type":"result","subtype":"success","is_error":false,"terminal_reason":"completed","num_turns":2,"result":"Done","stop_reason":"end_turn","total_cost_usd":0.25,"usage":{"input_tokens":100,"output_tokens":20},"permission_denials":[]}""";

    private const string Works = "cat > /dev/null; mkdir -p lib; printf 'echo sushi 120\\necho ramen 140\\n' > lib/menu.sh; echo '" + Result + "'";

    private static PipelineSetup Setup(string script, string budgets = "paid_usd_per_day: 10, paid_usd_per_task: 2") => new()
    {
        Claude = script,
        Settings = $$"""
            tiers:
              1: { model: "small:8b", hosts: [forge], executors: [ollama-tool], idle_s: 60 }
              4: { model: sonnet, executors: [claude-cli], idle_s: 600, paid: true, max_runs: 2 }
              5: { executors: [human-queue] }
            budgets: { {{budgets}}, escalate_into_paid: true }
            """,
    };

    [Fact]
    public async Task A_paid_run_works_in_the_sandbox_and_its_cost_is_in_the_ledger()
    {
        await using var factory = await StartAsync(Passes, Setup(Works));
        var id = await factory.FileAsync(tier: 4);
        Assert.Equal(HoldCode.NeedsApproval, (await factory.RestAsync(id)).Hold!.Code);
        var run = factory.Runs(id)[0];
        Assert.Equal(("claude-cli", "sonnet", 250_000), (run.Figures.Executor, run.Figures.Model, run.Figures.CostMicroUsd));
        Assert.Equal(250_000, factory.Factory.Reader.Paid(DateTimeOffset.UnixEpoch, id).TaskMicroUsd);
        Assert.Equal("BUILD0 REVIEW0 SECURITY0", factory.Stages(id));
    }

    [Fact]
    public async Task Its_word_for_success_without_a_change_is_no_change()
    {
        await using var factory = await StartAsync(Passes, Setup($"cat > /dev/null; echo '{Result}'"));
        var id = await factory.FileAsync(tier: 4);
        await factory.RestAsync(id);
        Assert.All(factory.Runs(id), run => Assert.NotEqual(RunOutcome.Verified, run.Outcome));
        Assert.Equal("BUILD0", factory.Stages(id));
    }

    [Fact]
    public async Task A_run_that_died_may_have_spent_all_it_reserved_so_the_next_one_finds_no_money()
    {
        await using var factory = await StartAsync(Passes, Setup("exit 137"));
        var id = await factory.FileAsync(tier: 4);
        await factory.UntilAsync(id, () => factory.Runs(id).Any(run => run.Outcome == RunOutcome.Crashed));
        factory.Advance(TimeSpan.FromMinutes(1));
        await factory.RestAsync(id);
        Assert.Equal(HoldCode.Budget, factory.Held(id).Hold!.Code);
        Assert.Contains("paid_usd_per_task", factory.Held(id).Hold!.Text, StringComparison.Ordinal);
        Assert.Equal(2_000_000, factory.Factory.Reader.Paid(DateTimeOffset.UnixEpoch, id).TaskMicroUsd);
    }

    [Fact]
    public async Task With_a_budget_of_nothing_no_paid_run_starts()
    {
        await using var factory = await StartAsync(Passes, Setup(Works, "paid_usd_per_day: 0, paid_usd_per_task: 2"));
        var id = await factory.FileAsync(tier: 4);
        await factory.RestAsync(id);
        Assert.Equal(HoldCode.Budget, factory.Held(id).Hold!.Code);
        Assert.Equal(0, factory.Factory.Reader.Paid(DateTimeOffset.UnixEpoch, id).TaskMicroUsd);
    }
}
