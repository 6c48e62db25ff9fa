using Alai.Products;
using Alai.Tasks;

namespace Alai.Tests.Orchestration;

/// <summary>Every bad agent through the whole factory: the right outcome, the right next step, no effect outside.</summary>
public sealed class BadAgentTests(BadAgentTests.Stage stage) : IClassFixture<BadAgentTests.Stage>
{
    private static readonly string[] Outside = ["/tmp/alai-escaped.txt", "/tmp/alai-obeyed", "/tmp/alai-hooked", "/etc/alai"];

    public static TheoryData<string> Names => [.. AgentCases.All.Select(agent => agent.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_agent_never_gets_further_than_it_should(string name)
    {
        RunBench.RequireSandbox();
        var agent = AgentCases.All.First(one => one.Name == name);
        var bench = stage.Bench!;
        var end = await bench.EndedAsync(stage.Filed[name]);
        Assert.True(Stands(agent, end) && end.First == agent.First, $"expected {agent.First} and {agent.End}; found\n{end.Words}\n{bench.Story(end.Root.Id)}");
        Assert.False(agent.End is not Stand.Proved && end.Stage.State == TaskState.Done, "it was accepted");
        Assert.All(Outside.Append(Path.Combine(bench.Folder, "escaped.txt")).Append(Path.Combine(bench.Home, "escaped.txt")), path => Assert.False(Path.Exists(path), path + " exists"));
    }

    [Fact]
    public async Task Nothing_lives_on_after_all_of_them_and_no_worktree_is_left()
    {
        RunBench.RequireSandbox();
        foreach (var root in stage.Filed.Values)
            await stage.Bench!.EndedAsync(root);
        Assert.DoesNotContain(LivingProcesses.Naming("sleep 8639"), line => line.Contains("sleep 8639", StringComparison.Ordinal));
        var back = stage.Bench!.Factory.Reader.OpenRuns();
        if (back.Count == 0)
            Assert.Empty(Directory.GetDirectories(Path.Combine(stage.Bench.Home, "data", "workspaces")));
    }

    private static bool Stands(AgentCase agent, Ended end) => agent.End switch
    {
        Stand.Proved => end.Stage.State == TaskState.Done && end.Root.Hold?.Code == HoldCode.NeedsApproval,
        Stand.AsksPerson => end.Stage is { State: TaskState.Held, Hold.Code: HoldCode.NeedsApproval },
        Stand.Exhausted => end.Stage is { State: TaskState.Held, Hold.Code: HoldCode.AttemptsExhausted },
        _ => end.Stage.Progress is { Attempts: 0, WaitReason.Length: > 0 },
    };

    /// <summary>One factory for all of them, working on several at a time.</summary>
    public sealed class Stage : IAsyncLifetime
    {
        internal RunBench? Bench { get; private set; }

        internal Dictionary<string, TaskId> Filed { get; } = [];

        public async ValueTask InitializeAsync()
        {
            if (!File.Exists("/usr/bin/bwrap"))
                return;
            Bench = await RunBench.StartAsync([.. AgentCases.All.Select(agent => agent.Rule)]);
            await Bench.WithAsync(ShellProduct.Describe("greeter"), ShellProduct.Files);
            await Bench.WithAsync(new Product { Name = "node", Repository = "", Verify = ["npm test"] },
                ("package.json", """{ "name": "half", "version": "1.0.0", "scripts": { "test": "node --test test.js" } }"""),
                ("half.js", "module.exports = n => n / 2;\n"),
                ("test.js", "require('node:test')('halves', () => require('node:assert').equal(require('./half.js')(4), 2));\n"));
            await Bench.WithAsync(new Product { Name = "python", Repository = "", Verify = ["python3 -m unittest discover -s tests -t ."] },
                ("area.py", "def square(side):\n    return side * side\n"),
                ("tests/__init__.py", ""),
                ("tests/test_area.py", "import unittest\nfrom area import square\n\n\nclass AreaTest(unittest.TestCase):\n    def test_area(self):\n        self.assertEqual(square(3), 9)\n"));
            await Bench.OpenAsync(Bench.Settings(idle: 2, wall: 20), starts: false);
            foreach (var agent in AgentCases.All)
                Filed[agent.Name] = await Bench.FileAsync(agent.Title, agent.Product);
            Bench.Factory.StartScheduler();
        }

        public async ValueTask DisposeAsync()
        {
            if (Bench is not null)
                await Bench.DisposeAsync();
        }
    }
}
