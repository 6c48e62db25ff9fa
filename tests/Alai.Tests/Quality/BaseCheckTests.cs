using Alai.Quality;
using Alai.Redaction;
using Alai.Tasks;

namespace Alai.Tests.Quality;

public sealed class BaseCheckTests : IDisposable
{
    private readonly GitProduct product = new();
    private readonly DirectSandbox sandbox = new(GitProduct.Processes);

    public void Dispose() => product.Dispose();

    [Fact]
    public async Task A_red_base_is_found_before_any_agent_starts_and_looked_at_again()
    {
        await product.StartAsync(("test", "#!/bin/sh\necho broken; exit 1\n"));
        var finding = await LookAsync("./test");
        Assert.Equal(RunOutcome.RedBase, finding.Outcome);
        await LookAsync("./test");
        Assert.Equal(2, sandbox.Runs);
    }

    [Fact]
    public async Task A_green_base_is_remembered_per_commit_and_commands()
    {
        await product.StartAsync(("test", "#!/bin/sh\nexit 0\n"));
        Assert.True((await LookAsync("./test")).IsGreen);
        Assert.True((await LookAsync("./test")).IsGreen);
        Assert.Equal(1, sandbox.Runs);
        await LookAsync("./test && true");
        product.Write("a", "1");
        await product.CommitAsync();
        await LookAsync("./test");
        Assert.Equal(3, sandbox.Runs);
    }

    [Fact]
    public async Task A_missing_tool_is_named_and_not_called_red()
    {
        await product.StartAsync(("a", "1"));
        var finding = await LookAsync("no-such-tool");
        Assert.Equal(RunOutcome.MissingDependency, finding.Outcome);
        Assert.Contains("no-such-tool", finding.Reason, StringComparison.Ordinal);
    }

    private async Task<BaseFinding> LookAsync(string command) =>
        await new BaseCheck(sandbox, Redactor.ShapesOnly, Path.Combine(product.Folder, "base")).LookAsync(
            await product.HeadAsync(), new VerificationPlan { Commands = [new VerifyCommand(command)] }, product.ExportAsync, TestContext.Current.CancellationToken);
}
