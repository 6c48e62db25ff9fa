using Alai.Minions;
using Alai.Rehearsal;
using Alai.Tasks;

namespace Alai.Tests.Minions;

public sealed class OtherMinionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_shot_files_are_written_by_us_and_words_alone_change_nothing()
    {
        await using var bench = await MinionBench.StartAsync(
            new RehearsalAnswer { Text = "Here:\n````call write_file\npath: docs/a.md\ncontent:\n# A\n```sh\nls\n```\n````" });
        var simple = new OllamaSimpleMinion(MinionNames.OllamaSimple, bench.Door, new MinionBench.NoRules(), TimeProvider.System);
        var report = await simple.RunAsync(bench.Order(), bench.Log, Token);
        Assert.True(report.Failure is null, report.Reason);
        Assert.Equal("# A\n```sh\nls\n```\n", bench.Read("docs/a.md"));
        await using var talker = await MinionBench.StartAsync(new RehearsalAnswer { Scenario = Scenario.Prose });
        simple = new OllamaSimpleMinion(MinionNames.OllamaSimple, talker.Door, new MinionBench.NoRules(), TimeProvider.System);
        Assert.Equal(RunOutcome.NoChange, (await simple.RunAsync(talker.Order(), talker.Log, Token)).Failure);
        var answer = await simple.RunAsync(talker.Order() with { NeedsChange = false, Folder = null }, talker.Log, Token);
        Assert.Null(answer.Failure);
        Assert.NotEmpty(answer.Answer);
    }

    [Fact]
    public async Task Commands_run_in_order_and_the_first_failure_ends_them()
    {
        await using var bench = await MinionBench.StartAsync(MinionBench.Finish);
        var minion = new CommandMinion(new MinionBench.NoRules(), TimeProvider.System);
        var good = await minion.RunAsync(bench.Order() with { Steps = ["echo one > a", "cat a"] }, bench.Log, Token);
        Assert.True(good.Failure is null, good.Reason);
        var bad = await minion.RunAsync(bench.Order() with { Steps = ["exit 3", "touch never"] }, bench.Log, Token);
        Assert.Equal(RunOutcome.VerifyFailed, bad.Failure);
        Assert.False(File.Exists(Path.Combine(bench.Folder, "never")));
        Assert.Empty(bench.Fake.Chats);
    }

    [Fact]
    public async Task A_person_gets_a_hold_and_the_picker_tries_the_next_executor()
    {
        await using var bench = await MinionBench.StartAsync(MinionBench.Finish);
        var human = new HumanQueueMinion();
        var report = await human.RunAsync(bench.Order(), bench.Log, Token);
        Assert.Equal(HoldCode.HumanTier, report.Hold!.Code);
        var picker = new MinionPicker([human, new CommandMinion(new MinionBench.NoRules(), TimeProvider.System)]);
        var route = bench.Order().Route with { Executors = ["nobody", "command", "human-queue"] };
        Assert.Equal("command", picker.Pick(route, [])!.Name);
        Assert.Equal("human-queue", picker.Pick(route, ["command"])!.Name);
    }
}
