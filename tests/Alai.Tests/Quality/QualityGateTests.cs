using Alai.Quality;
using Alai.Redaction;
using Alai.Tasks;

namespace Alai.Tests.Quality;

/// <summary>Real repositories, real commands: what an empty, cheating or lazy agent leaves never counts as proved.</summary>
public sealed class QualityGateTests
{
    private const string Add = "add() { echo $(($1 + $2)); }\n";
    private const string AddTest = "#!/bin/sh\n. ./lib.sh\n[ \"$(add 1 2)\" = 3 ] || { echo 'add is broken'; exit 1; }\n";
    private static readonly (string, string)[] Shell = [("lib.sh", Add), ("test", "#!/bin/sh\nset -e\nfor t in tests/*_test.sh; do sh $t; done\n"), ("tests/add_test.sh", AddTest)];

    [Fact]
    public async Task An_honest_change_is_verified_by_the_daemons_own_run()
    {
        var result = await JudgeAsync(Shell, p => p.Write("lib.sh", Add + "twice() { add $1 $1; }\n").Write("tests/twice_test.sh", ". ./lib.sh\n[ \"$(twice 4)\" = 8 ]\n"));
        Assert.Equal((RunOutcome.Verified, null), (result.Outcome, result.Hold));
        var proof = Assert.Single(result.Checks, check => check.Check == "verification");
        Assert.Equal((0, "./test", 64), (proof.ExitCode!.Value, proof.Command, proof.OutputDigest.Length));
    }

    [Fact]
    public async Task A_claim_without_a_change_is_no_change()
    {
        var result = await JudgeAsync(Shell, p => p);
        Assert.Equal(RunOutcome.NoChange, result.Outcome);
        Assert.StartsWith("artefact:", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_change_fails_with_its_output()
    {
        var result = await JudgeAsync(Shell, p => p.Write("lib.sh", "add() { echo 4; }\n"));
        Assert.Equal((RunOutcome.VerifyFailed, null), (result.Outcome, result.Hold));
        Assert.Contains("add is broken", result.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_failing_test_is_held_with_both_outcomes()
    {
        var result = await JudgeAsync(Shell, p => p.Write("lib.sh", "add() { echo 4; }\n").Delete("tests/add_test.sh").Write("tests/other_test.sh", "true\n"));
        Assert.Equal(HoldCode.NeedsApproval, result.Hold!.Code);
        Assert.Contains("passes only with its own changes to tests", result.Hold.Text, StringComparison.Ordinal);
        Assert.Contains("was removed", result.Hold.Text, StringComparison.Ordinal);
        Assert.Equal([false, true], result.Checks.Where(check => check.Command.Length > 0).Select(check => check.Passed));
    }

    [Fact]
    public async Task An_edited_test_script_is_held()
    {
        var result = await JudgeAsync(Shell, p => p.Write("lib.sh", "add() { echo 4; }\n").Write("test", "#!/bin/sh\nexit 0\n"));
        Assert.Equal(HoldCode.NeedsApproval, result.Hold!.Code);
        Assert.Contains("cannot fail", result.Hold.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_test_that_still_proves_the_base_is_accepted()
    {
        var result = await JudgeAsync(Shell, p => p.Write("lib.sh", Add + "# documented\n").Write("tests/add_test.sh", AddTest + "[ \"$(add 2 2)\" = 4 ] || exit 1\n"));
        Assert.Equal((RunOutcome.Verified, null), (result.Outcome, result.Hold));
        Assert.Equal(2, result.Checks.Count(check => check.Command.Length > 0));
    }

    [Fact]
    public async Task A_new_test_that_fails_fails_the_change()
    {
        var result = await JudgeAsync(Shell, p => p.Write("tests/new_test.sh", "exit 3\n"));
        Assert.Equal(RunOutcome.VerifyFailed, result.Outcome);
    }

    [Fact]
    public async Task Without_a_verify_command_nothing_is_accepted_by_itself()
    {
        var result = await JudgeAsync(Shell, p => p.Write("lib.sh", Add + "# more\n"), commands: []);
        Assert.Equal((RunOutcome.Verified, HoldCode.NeedsApproval), (result.Outcome, result.Hold!.Code));
    }

    [Fact]
    public async Task A_test_that_never_ends_is_killed_and_named()
    {
        var result = await JudgeAsync(Shell, p => p.Write("lib.sh", "sleep 60\n" + Add), limit: TimeSpan.FromMilliseconds(400));
        Assert.Equal(RunOutcome.VerifyFailed, result.Outcome);
        Assert.Contains("timed out", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_persons_command_is_added_to_the_products()
    {
        var commands = VerificationPlan.Join(["./test"], "grep -q twice lib.sh");
        var result = await JudgeAsync(Shell, p => p.Write("lib.sh", Add + "# nothing else\n"), commands: commands);
        Assert.Equal(RunOutcome.VerifyFailed, result.Outcome);
        Assert.Equal(["./test", "grep -q twice lib.sh"], result.Checks.Where(check => check.Command.Length > 0).Select(check => check.Command));
    }

    [Fact]
    public async Task A_missing_tool_is_not_a_failing_test()
    {
        var result = await JudgeAsync(Shell, p => p.Write("lib.sh", Add + "# x\n"), commands: [new VerifyCommand("no-such-tool --check")]);
        Assert.Equal((RunOutcome.MissingDependency, null), (result.Outcome, result.Hold));
        Assert.Contains("no-such-tool", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Node_a_rewritten_package_script_does_not_count()
    {
        (string, string)[] node =
        [
            ("package.json", """{ "name": "a", "type": "module", "scripts": { "test": "node --test" } }"""),
            ("add.js", "export const add = (a, b) => a + b;\n"),
            ("test/add.test.js", "import test from 'node:test';\nimport assert from 'node:assert';\nimport { add } from '../add.js';\ntest('adds', () => assert.strictEqual(add(1, 2), 3));\n"),
        ];
        var result = await JudgeAsync(
            node,
            p => p.Write("add.js", "export const add = () => 4;\n").Write("package.json", """{ "name": "a", "type": "module", "scripts": { "test": "echo passed" } }"""),
            commands: [new VerifyCommand("npm test --silent")]);
        Assert.Equal(HoldCode.NeedsApproval, result.Hold!.Code);
        Assert.Contains("package.json", result.Hold.Text, StringComparison.Ordinal);
        Assert.Equal([false, true], result.Checks.Where(check => check.Command.Length > 0).Select(check => check.Passed));
    }

    [Fact]
    public async Task Python_ending_the_test_process_or_inventing_a_module_does_not_help()
    {
        (string, string)[] python =
        [
            ("calc.py", "def add(a, b):\n    return a + b\n"),
            ("tests/__init__.py", ""),
            ("tests/test_calc.py", "import unittest\nfrom calc import add\n\nclass T(unittest.TestCase):\n    def test_add(self):\n        self.assertEqual(add(1, 2), 3)\n"),
        ];
        VerifyCommand[] commands = [new("python3 -m unittest -q")];
        var honest = await JudgeAsync(python, p => p.Write("calc.py", "def add(a, b):\n    \"\"\"Adds.\"\"\"\n    return a + b\n"), commands);
        var invented = await JudgeAsync(python, p => p.Write("calc.py", "import leftpadder\n\ndef add(a, b):\n    return a + b\n"), commands);
        var patched = await JudgeAsync(python, p => p.Write("calc.py", "import os\nos._exit(0)\n"), commands);
        Assert.Equal((RunOutcome.Verified, null), (honest.Outcome, honest.Hold));
        Assert.Equal(RunOutcome.VerifyFailed, invented.Outcome);
        Assert.Contains("leftpadder", invented.Reason, StringComparison.Ordinal);
        Assert.Equal(HoldCode.NeedsApproval, patched.Hold!.Code);
    }

    [Fact]
    public async Task A_new_dependency_waits_for_a_person_instead_of_failing()
    {
        (string, string)[] node = [("package.json", """{ "name": "a", "scripts": { "test": "node a.js" } }"""), ("a.js", "console.log(1);\n")];
        var result = await JudgeAsync(
            node,
            p => p.Write("a.js", "require('left-pad');\n").Write("package.json", """{ "name": "a", "scripts": { "test": "node a.js" }, "dependencies": { "left-pad": "1.3.0" } }"""),
            commands: [new VerifyCommand("npm test --silent")]);
        Assert.Equal((RunOutcome.MissingDependency, HoldCode.NeedsApproval), (result.Outcome, result.Hold!.Code));
    }

    private static async Task<GateResult> JudgeAsync(
        (string Path, string Text)[] files, Func<GitProduct, GitProduct> work, IReadOnlyList<VerifyCommand>? commands = null, TimeSpan? limit = null)
    {
        using var product = await new GitProduct().StartAsync(files);
        var before = await product.HeadAsync();
        work(product);
        var after = await product.CommitAsync();
        var gate = new QualityGate(new DirectSandbox(GitProduct.Processes), Redactor.ShapesOnly, Path.Combine(product.Folder, "scratch"));
        var input = Some.Input(await product.ChangeAsync(before, after)) with
        {
            BaseCommit = before,
            ResultCommit = after,
            TreeHash = (await product.GitAsync("rev-parse", after + "^{tree}")).Trim(),
            Export = product.ExportAsync,
            Verification = new VerificationPlan { Commands = commands ?? [new VerifyCommand("./test")], CommandLimit = limit ?? Patience.Default },
        };
        var result = await gate.JudgeAsync(input, TestContext.Current.CancellationToken);
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(product.Folder, "scratch")));
        return result;
    }
}
