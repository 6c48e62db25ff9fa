namespace Alai.EndToEnd;

/// <summary>A task the safety rules hold starts by no path of the command line.</summary>
public sealed class SafetyRailTests
{
    [Theory]
    [InlineData("[DECISION] Choose a bank")]
    [InlineData("\uff3b\uff24\uff25\uff23\uff29\uff33\uff29\uff2f\uff2e\uff3d Choose a bank")]
    public async Task A_sensitive_task_is_held_and_no_verb_makes_a_run_of_it(string title)
    {
        await using var factory = TheFactory.New();
        var filed = (await factory.AlaiAsync("task", "add", title)).Expect(3);
        Assert.Contains("safety rule", filed.Out, StringComparison.Ordinal);
        await factory.UpAsync();

        foreach (var verb in new[] { "resume", "retry", "start", "reopen" })
            await factory.AlaiAsync("task", verb, "1");
        await factory.AlaiAsync("task", "assign", "1", "factory");
        await factory.AlaiAsync("task", "edit", "1", "-p", "blocker");
        await factory.AlaiAsync("inbox", "answer", "1", "go on");

        var shown = (await factory.AlaiAsync("task", "show", "1", "--json")).Expect(0).Json;
        Assert.Equal("held", shown.GetProperty("task").GetProperty("state").GetString());
        Assert.Equal("safety_rule", shown.GetProperty("task").GetProperty("hold").GetProperty("code").GetString());
        Assert.Equal(0, shown.GetProperty("runs").GetArrayLength());
        Assert.Contains("safety", (await factory.AlaiAsync("task", "why", "1")).Expect(0).Out, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("#1", (await factory.AlaiAsync("inbox")).Expect(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approval_opens_exactly_what_was_seen()
    {
        await using var factory = TheFactory.New();
        (await factory.AlaiAsync("task", "add", "[DECISION] Choose a bank", "--body", "Three offers are in the drawer.")).Expect(3);

        var approved = (await factory.AlaiAsync("inbox", "approve", "1", "--as", "anna")).Expect(0);
        Assert.Contains("approved", approved.Out, StringComparison.Ordinal);
        Assert.Equal("open", await factory.StateAsync(1));

        (await factory.AlaiAsync("task", "edit", "1", "--title", "[DECISION] Choose two banks")).Expect(3);
        Assert.Equal("held", await factory.StateAsync(1));
    }
}
