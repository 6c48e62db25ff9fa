using Alai.Tasks;
using static Alai.Tests.Orchestration.PipelineHarness;

namespace Alai.Tests.Orchestration;

public sealed class OpsDeployTests
{
    private const string Good = """
        deploy:
          production:
            commands: ["mkdir -p $ALAI_STATE && echo $ALAI_COMMIT >> $ALAI_STATE/deployed"]
            health: "test -s $ALAI_STATE/deployed"
            rollback: ["echo rolled >> $ALAI_STATE/deployed"]
        """;

    private static string Deployed(PipelineHarness factory) =>
        Path.Combine(factory.Home, "data", "deployments", "shop", "production", "deployed");

    [Fact]
    public async Task An_environment_that_needs_a_person_waits_for_a_yes_to_exactly_what_landed()
    {
        await using var factory = await StartAsync([.. Passes, Builds()], new PipelineSetup { Landing = "auto", Deploy = Good });
        var id = await factory.FileAsync(deploy: true);
        await factory.RestAsync(id);
        var held = factory.Held(id);
        Assert.Equal((Stage.Ops, HoldCode.NeedsApproval), (held.Lineage.Stage!.Value, held.Hold!.Code));
        Assert.Equal(await factory.ShellAsync("git rev-parse main^{tree}"), held.ArtefactHash);
        Assert.Contains("look again", (await factory.ApproveAsync(id, new string('1', 40))).Refusal, StringComparison.Ordinal);
        Assert.False(File.Exists(Deployed(factory)));
        Assert.Null((await factory.ApproveAsync(id)).Refusal);
        await factory.UntilAsync(id, () => factory.Root(id).State == TaskState.Done);
        Assert.Equal(await factory.ShellAsync("git rev-parse main"), (await File.ReadAllTextAsync(Deployed(factory))).Trim());
    }

    [Fact]
    public async Task A_persons_no_to_a_deployment_ends_the_root_landed_and_not_deployed()
    {
        await using var factory = await StartAsync([.. Passes, Builds()], new PipelineSetup { Landing = "auto", Deploy = Good });
        var id = await factory.FileAsync(deploy: true);
        await factory.RestAsync(id);
        Assert.Null((await factory.RejectAsync(id, "not before Monday")).Refusal);
        await factory.UntilAsync(id, () => factory.Root(id).State == TaskState.Done);
        Assert.False(File.Exists(Deployed(factory)));
        Assert.Contains("not before Monday", factory.Story(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_health_check_rolls_back_holds_and_leaves_the_branch()
    {
        var bad = Good.Replace("test -s $ALAI_STATE/deployed", "false", StringComparison.Ordinal).Replace("production:\n", "production:\n    approval: free\n", StringComparison.Ordinal);
        await using var factory = await StartAsync([.. Passes, Builds()], new PipelineSetup { Landing = "auto", Deploy = bad });
        var id = await factory.FileAsync(deploy: true);
        await factory.RestAsync(id);
        Assert.Contains("rolled back", factory.Held(id).Hold!.Text, StringComparison.Ordinal);
        Assert.EndsWith("rolled\n", await File.ReadAllTextAsync(Deployed(factory)), StringComparison.Ordinal);
        Assert.Contains("ramen", await factory.OnMainAsync("lib/menu.sh"), StringComparison.Ordinal);

        // Approving tries once more, with an outcome row of its own.
        Assert.Null((await factory.ApproveAsync(id)).Refusal);
        await factory.UntilAsync(id, () => factory.Factory.Reader.Effects(id).Count(effect => effect.Step == "deploy:production" && effect.Status == "failed") == 2);
    }

    [Fact]
    public async Task A_kill_between_intent_and_outcome_is_told_as_unknown_and_never_deployed_again_by_itself()
    {
        var free = Good.Replace("production:\n", "production:\n    approval: free\n", StringComparison.Ordinal);
        await using var factory = await StartAsync([.. Passes, Builds()], new PipelineSetup { Landing = "auto", Deploy = free });
        var reached = factory.StopAtAsync(name => name == "deploy.after_intent");
        var id = await factory.FileAsync(deploy: true);
        await reached.WaitAsync(Patience.Default, TestContext.Current.CancellationToken);
        await factory.KillAndRestartAsync();
        await factory.RestAsync(id);
        Assert.Equal(HoldCode.OutcomeUnknown, factory.Held(id).Hold!.Code);
        Assert.False(File.Exists(Deployed(factory)));
        Assert.Null((await factory.RetryAsync(id)).Refusal);
        await factory.UntilAsync(id, () => factory.Root(id).State == TaskState.Done);
        Assert.True(File.Exists(Deployed(factory)));
    }
}
