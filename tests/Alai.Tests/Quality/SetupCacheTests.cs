using Alai.Quality;
using Alai.Redaction;
using Alai.Tasks;

namespace Alai.Tests.Quality;

public sealed class SetupCacheTests : IDisposable
{
    private readonly GitProduct product = new();
    private readonly DirectSandbox sandbox = new(GitProduct.Processes);

    public void Dispose() => product.Dispose();

    [Fact]
    public async Task A_node_product_is_set_up_once_and_verified_from_the_cache()
    {
        // A package in the repository itself: npm really installs, and no registry is needed.
        await product.StartAsync(
            ("package.json", """{ "name": "a", "scripts": { "test": "node a.js" }, "dependencies": { "greeter": "file:vendored/greeter-1.0.0.tgz" } }"""),
            ("a.js", "if (require('greeter')() !== 'hi') process.exit(1);\n"),
            (".gitignore", "node_modules\n"),
            ("greeter/package.json", """{ "name": "greeter", "version": "1.0.0", "main": "index.js" }"""),
            ("greeter/index.js", "module.exports = () => 'hi';\n"));
        Directory.CreateDirectory(Path.Combine(product.Source, "vendored"));
        await PackAsync();
        await product.CommitAsync();
        // One run packed the package, one is the set-up.
        var first = await PrepareAsync("npm install --no-audit --no-fund --offline");
        var again = await PrepareAsync("npm install --no-audit --no-fund --offline");
        Assert.True(first.Outcome is null, first.Reason + string.Join('\n', first.Checks.Select(check => check.OutputTail)));
        Assert.Equal(["node_modules"], first.Setup!.Links);
        Assert.Equal((2, first.Setup.Key, 0), (sandbox.Runs, again.Setup!.Key, again.Checks.Count));
        var green = await new BaseCheck(sandbox, Redactor.ShapesOnly, Path.Combine(product.Folder, "base")).LookAsync(
            await product.HeadAsync(), new VerificationPlan { Commands = [new VerifyCommand("npm test --silent")], Setup = again.Setup }, product.ExportAsync, TestContext.Current.CancellationToken);
        Assert.True(green.IsGreen, green.Reason);
    }

    [Fact]
    public async Task A_python_environment_keeps_its_place_and_runs_from_there()
    {
        await product.StartAsync(("pyproject.toml", "[project]\nname = 'a'\nversion = '1'\n"), ("a.py", "print('ok')\n"));
        var answer = await PrepareAsync("python3 -m venv --without-pip .venv");
        Assert.Equal([".venv"], answer.Setup!.Links);
        using var checkout = new ScratchFolder(product.Folder);
        answer.Setup.LinkInto(checkout.FullName);
        Assert.True(File.Exists(Path.Combine(checkout.FullName, ".venv/bin/python")));
    }

    [Fact]
    public async Task Another_manifest_is_another_set_up_and_other_code_is_not()
    {
        await product.StartAsync(("requirements.txt", "a==1\n"), ("a.py", "1\n"));
        var first = await PrepareAsync("mkdir -p vendor && cp requirements.txt vendor/");
        product.Write("a.py", "2\n");
        await product.CommitAsync();
        var same = await PrepareAsync("mkdir -p vendor && cp requirements.txt vendor/");
        product.Write("requirements.txt", "a==2\n");
        await product.CommitAsync();
        var other = await PrepareAsync("mkdir -p vendor && cp requirements.txt vendor/");
        Assert.Equal(first.Setup!.Key, same.Setup!.Key);
        Assert.NotEqual(first.Setup.Key, other.Setup!.Key);
        Assert.Equal(2, sandbox.Runs);
    }

    [Fact]
    public async Task A_set_up_that_fails_leaves_nothing_behind_that_counts()
    {
        await product.StartAsync(("requirements.txt", "a==1\n"));
        var failed = await PrepareAsync("mkdir vendor; exit 9");
        Assert.Equal((RunOutcome.MissingDependency, null), (failed.Outcome, failed.Setup));
        Assert.Equal(RunOutcome.MissingDependency, (await PrepareAsync("mkdir vendor; exit 9")).Outcome);
    }

    [Fact]
    public async Task Runs_that_need_the_same_set_up_at_once_wait_for_one()
    {
        await product.StartAsync(("requirements.txt", "a==1\n"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PrepareAsync("mkdir vendor && sleep 0.3 && cp requirements.txt vendor/")));
        Assert.All(answers, answer => Assert.True(answer.Setup is not null, answer.Reason));
        Assert.Equal(1, sandbox.Runs);
    }

    private async Task<SetupAnswer> PrepareAsync(string command) =>
        await new SetupCache(sandbox, Redactor.ShapesOnly, Path.Combine(product.Folder, "setup")).PrepareAsync(
            new SetupRequest { Commands = [command], BaseCommit = await product.HeadAsync(), Export = product.ExportAsync, CommandLimit = Patience.Default },
            TestContext.Current.CancellationToken);

    private async Task PackAsync()
    {
        var run = await sandbox.RunAsync(
            new() { Command = ["/bin/sh", "-c", "npm pack --offline --silent --pack-destination vendored ./greeter"], Workspace = product.Source, Timeout = Patience.Default },
            TestContext.Current.CancellationToken);
        Assert.True(run.Succeeded, run.Output);
        Directory.Delete(Path.Combine(product.Source, ".npm"), recursive: true);
    }
}
