using Alai.Minions;
using Alai.Minions.Claude;
using Alai.Tasks;

namespace Alai.Tests.Minions;

public sealed class ClaudeCliMinionTests
{
    private const string Good = """{"type":"result","subtype":"success","is_error":false,"terminal_reason":"completed","num_turns":2,"result":"Done","stop_reason":"end_turn","total_cost_usd":0.0123456,"usage":{"input_tokens":100,"output_tokens":20},"permission_denials":[]}""";

    private const string Failed = """{"type":"result","subtype":"success","is_error":true,"api_error_status":500,"num_turns":1,"result":"API Error","total_cost_usd":0,"usage":{},"permission_denials":[],"terminal_reason":"completed"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // The exit codes are those of the real client, from the captures' own table.
    [Theory]
    [InlineData("text", 0, null)]
    [InlineData("textjson", 0, null)]
    [InlineData("bare", 0, null)]
    [InlineData("tools", 0, null)]
    [InlineData("think", 0, null)]
    [InlineData("partial", 0, null)]
    [InlineData("big", 0, null)]
    [InlineData("schema", 0, null)]
    [InlineData("mcpallow", 0, null)]
    [InlineData("ppt_allow", 0, null)]
    [InlineData("badmodel", 0, null)]
    [InlineData("badjson", 0, null)]
    [InlineData("unknown", 0, null)]
    [InlineData("bashfail", 0, null)]
    [InlineData("bash_allowed", 0, null)]
    [InlineData("write_accept", 0, null)]
    [InlineData("bash_denied", 0, RunOutcome.Denied)]
    [InlineData("bash_dontask", 0, RunOutcome.Denied)]
    [InlineData("write_outside", 0, RunOutcome.Denied)]
    [InlineData("maxturns", 1, RunOutcome.LimitSteps)]
    [InlineData("budget", 1, RunOutcome.Denied)]
    [InlineData("e400", 1, RunOutcome.ContextOverflow)]
    [InlineData("e401", 1, RunOutcome.Auth)]
    [InlineData("e404", 1, RunOutcome.BadConfig)]
    [InlineData("e500", 1, RunOutcome.ModelUnavailable)]
    [InlineData("endpoint_down", 1, RunOutcome.ModelUnavailable)]
    [InlineData("sigterm_tool", 143, RunOutcome.Crashed)]
    [InlineData("sigint_tool", 0, RunOutcome.Crashed)]
    public void Every_captured_stream_maps_to_exactly_one_outcome(string capture, int exitCode, RunOutcome? outcome)
    {
        var transcript = new ClaudeTranscript(new MinionBench.MemoryLog());
        foreach (var line in Repository.Read($"tests/Alai.Tests/Minions/Captures/{capture}.jsonl").Split('\n'))
            transcript.Hear(line);
        var report = ClaudeEnd.Of(transcript, exitCode, "", capture == "schema");
        Assert.Equal(outcome, report.Failure);
        Assert.NotEmpty(report.Reason);
        Assert.True(transcript.Lines > 0);
    }

    [Fact]
    public void Every_capture_is_in_the_table_above()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "tests/Alai.Tests/Minions/Captures"), "*.jsonl");
        Assert.Equal(28, files.Length);
    }

    [Theory]
    [InlineData("not json\n{\"type\":\n[1]\n{\"type\":\"future\"}\n{\"type\":\"assistant\",\"message\":7}\n{\"type\":3}")]
    [InlineData("{\"type\":\"assistant\",\"message\":{\"content\":[7,{\"type\":\"tool_use\"}]}}")]
    public void Lines_nobody_knows_are_passed_over(string lines)
    {
        var transcript = new ClaudeTranscript(new MinionBench.MemoryLog());
        foreach (var line in lines.Split('\n'))
            transcript.Hear(line);
        Assert.Equal(RunOutcome.Crashed, ClaudeEnd.Of(transcript, 0, "").Failure);
    }

    [Fact]
    public async Task A_finished_run_is_a_candidate_and_counts_what_the_door_counted()
    {
        await using var bench = await MinionBench.StartAsync(MinionBench.Finish);
        var use = new PaidUse { Calls = 3, TokensIn = 900, TokensOut = 60, CostMicroUsd = 4_200 };
        var report = await RunAsync(bench, $"cat > prompt.txt; env > env.txt; echo \"$@\" > argv.txt; echo '{Good}'", use: use);
        Assert.True(report.Failure is null, report.Reason);
        Assert.Equal((4_200, 3, 900, 60), (report.Figures.CostMicroUsd, report.Figures.ModelCalls, report.Figures.TokensIn, report.Figures.TokensOut));
        Assert.Contains("Change the greeting.", bench.Read("prompt.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("Change the greeting.", bench.Read("argv.txt"), StringComparison.Ordinal);
        Assert.Contains("--max-budget-usd 0.5", bench.Read("argv.txt"), StringComparison.Ordinal);
        Assert.Contains("--strict-mcp-config", bench.Read("argv.txt"), StringComparison.Ordinal);
        Assert.Contains("ANTHROPIC_API_KEY=this-run-alone", bench.Read("env.txt"), StringComparison.Ordinal);
        Assert.Contains("ANTHROPIC_BASE_URL=http://127.0.0.1:9", bench.Read("env.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RunOutcome.Quota)]
    [InlineData(RunOutcome.Auth)]
    [InlineData(RunOutcome.ModelUnavailable)]
    public async Task Why_the_last_call_failed_is_what_the_daemon_saw(RunOutcome seen)
    {
        await using var bench = await MinionBench.StartAsync(MinionBench.Finish);
        var until = DateTimeOffset.UnixEpoch.AddDays(1);
        var report = await RunAsync(bench, $"echo '{Failed}'; exit 1", use: new PaidUse { Failure = seen, Reason = "seen outside", QuotaUntil = until });
        Assert.Equal((seen, "seen outside", until), (report.Failure!.Value, report.Reason, report.QuotaUntil!.Value));
    }

    [Fact]
    public async Task A_door_that_closed_for_want_of_money_holds_the_task_with_the_budget()
    {
        await using var bench = await MinionBench.StartAsync(MinionBench.Finish);
        var report = await RunAsync(bench, $"echo '{Failed}'; exit 1", use: new PaidUse { IsOutOfMoney = true, Reason = "today has nothing left" });
        Assert.Equal((RunOutcome.Denied, HoldCode.Budget), (report.Failure!.Value, report.Hold!.Code));
    }

    [Fact]
    public async Task A_door_that_cannot_be_opened_says_why_and_nothing_is_started()
    {
        await using var bench = await MinionBench.StartAsync(MinionBench.Finish);
        var report = await new ClaudeCliMinion(new MinionBench.NoRules(), TimeProvider.System, new Shut()).RunAsync(Order(bench), bench.Log, Token);
        Assert.Equal((RunOutcome.BadConfig, "no key"), (report.Failure!.Value, report.Reason));
    }

    [Fact]
    public async Task Success_with_a_denied_tool_is_denied()
    {
        await using var bench = await MinionBench.StartAsync(MinionBench.Finish);
        var report = await RunAsync(bench, $"echo '{Good.Replace("\"permission_denials\":[]", "\"permission_denials\":[{\"tool_name\":\"Bash\"}]", StringComparison.Ordinal)}'");
        Assert.Equal(RunOutcome.Denied, report.Failure);
        Assert.Contains("Bash", report.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_result_line_it_crashed()
    {
        await using var bench = await MinionBench.StartAsync(MinionBench.Finish);
        var report = await RunAsync(bench, "echo '{\"type\":\"system\",\"subtype\":\"init\"}'; echo broken >&2; exit 1");
        Assert.Equal(RunOutcome.Crashed, report.Failure);
        Assert.Contains("broken", report.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Success_with_another_exit_code_is_no_success()
    {
        await using var bench = await MinionBench.StartAsync(MinionBench.Finish);
        var report = await RunAsync(bench, $"echo '{Good}'; exit 3");
        Assert.Equal(RunOutcome.Crashed, report.Failure);
    }

    [Fact]
    public async Task A_silent_one_that_ignores_signals_is_killed_as_stalled()
    {
        await using var bench = await MinionBench.StartAsync(MinionBench.Finish);
        var order = Order(bench);
        var report = await RunAsync(
            bench, "trap '' TERM INT; echo '{\"type\":\"system\"}'; while :; do sleep 1; done",
            order with { Limits = order.Limits with { Pace = order.Limits.Pace with { Idle = TimeSpan.FromMilliseconds(300) } } });
        Assert.Equal(RunOutcome.Stalled, report.Failure);
    }

    [Fact]
    public async Task A_flood_is_bounded_and_the_result_after_it_is_found()
    {
        await using var bench = await MinionBench.StartAsync(MinionBench.Finish);
        var report = await RunAsync(bench, $"head -c 20000000 /dev/zero | tr '\\0' 'x'; echo; yes noise | head -200000; yes noise | head -100000 >&2; echo '{Good}'");
        Assert.True(report.Failure is null, report.Reason);
    }

    [Fact]
    public async Task Without_money_nothing_is_started_and_the_budget_is_named()
    {
        await using var bench = await MinionBench.StartAsync(MinionBench.Finish);
        var report = await RunAsync(bench, "touch started", Order(bench) with { PaidMicroUsd = 0, PaidRefusal = "today has nothing left of 10 USD" });
        Assert.Equal(HoldCode.Budget, report.Hold!.Code);
        Assert.Contains("today has nothing left", report.Hold.Text, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(bench.Folder, "started")));
    }

    [Fact]
    public async Task Without_the_model_proxy_it_says_so_and_starts_nothing()
    {
        await using var bench = await MinionBench.StartAsync(MinionBench.Finish);
        var report = await new ClaudeCliMinion(new MinionBench.NoRules(), TimeProvider.System, null).RunAsync(Order(bench), bench.Log, Token);
        Assert.Equal(RunOutcome.BadConfig, report.Failure);
        Assert.Contains("model proxy", report.Reason, StringComparison.Ordinal);
    }

    private static WorkOrder Order(MinionBench bench) => bench.Order("sonnet") with { PaidMicroUsd = 500_000 };

    private static async Task<WorkReport> RunAsync(MinionBench bench, string script, WorkOrder? order = null, PaidUse? use = null)
    {
        var program = Path.Combine(bench.Folder, "claude");
        await File.WriteAllTextAsync(program, "#!/bin/sh\n" + script + "\n", Token);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        var minion = new ClaudeCliMinion(new MinionBench.NoRules(), TimeProvider.System, new Ajar(program, use ?? new PaidUse()));
        return await minion.RunAsync(order ?? Order(bench), bench.Log, Token);
    }

    /// <summary>A door that leads nowhere and has counted what the test says.</summary>
    private sealed class Ajar(string program, PaidUse use) : IPaidModels, IPaidDoor
    {
        public string Program => program;

        public string Socket => "/nowhere";

        public int Port => 9;

        public string Token => "this-run-alone";

        public PaidUse Use => use;

        public Task<PaidDoorAnswer> OpenAsync(WorkOrder order, IRunLog log, CancellationToken cancellationToken) => Task.FromResult(new PaidDoorAnswer(this, ""));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Shut : IPaidModels
    {
        public Task<PaidDoorAnswer> OpenAsync(WorkOrder order, IRunLog log, CancellationToken cancellationToken) => Task.FromResult(new PaidDoorAnswer(null, "no key"));
    }
}
