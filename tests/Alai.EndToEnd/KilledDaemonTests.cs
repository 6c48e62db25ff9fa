using System.Text.Json;
using Alai.Rehearsal;

namespace Alai.EndToEnd;

/// <summary>The daemon dies as by a power failure while runs are in every phase; the next one finds everything.</summary>
public sealed class KilledDaemonTests
{
    private static readonly string[] Phases = ["setup", "base", "turn", "tool", "verify", "fetch", "workspace", "commit"];

    [Fact]
    public async Task A_killed_daemon_loses_nothing_does_nothing_twice_and_leaves_nothing()
    {
        if (!File.Exists("/usr/bin/bwrap"))
            Assert.Skip("needs bubblewrap: apt-get install bubblewrap");
        await using var models = await RehearsalServer.StartAsync(new RehearsalOptions { Script = Script() }, CancellationToken.None);
        await using var factory = TheFactory.New();
        await PrepareAsync(factory, models.Url);
        var daemon = await factory.UpAsync();
        var filed = new Dictionary<string, long>();
        foreach (var phase in Phases)
            filed[phase] = await factory.FileAsync(Title(phase), "--product", phase);

        // Each run hangs in its own phase: seven commands, three of them git's, and one answer of the model that does not come.
        await Eventually.HoldsAsync(
            () => Task.FromResult(Hanging().Count >= 4 && SlowGit.Reached(factory).Count == 3 && models.Chats.Any(chat => chat.OffersTools && chat.All.Contains(Title("turn"), StringComparison.Ordinal))),
            async () => $"hanging: {string.Join(", ", Hanging())}; git: {string.Join(", ", SlowGit.Reached(factory))}\n{await StoryAsync(factory, filed.Values)}");
        await TheFactory.KillAsync(daemon);
        await Eventually.HoldsAsync(() => Hanging().Count == 0 && Living(factory).Count == 0, () => "left behind: " + string.Join('\n', Living(factory)));

        // From now on nothing hangs.
        foreach (var phase in Phases)
            await GitAsync(factory, phase, "printf go > go; git add -A; git commit -qm Go");
        await SlowGit.GoAsync(factory);
        await factory.UpAsync();
        foreach (var (phase, id) in filed)
            await EndedAsync(factory, phase, id);
        Assert.Empty(Directory.GetDirectories(Path.Combine(factory.Home, "data", "workspaces")));

        // The living daemon may be looking at a repository just now; what was left behind would stay.
        await Eventually.HoldsAsync(() => Living(factory).Count == 0, () => "left behind: " + string.Join('\n', Living(factory)));
    }

    // Exactly one run was lost with the daemon, exactly one after it did the work; the judges' runs are theirs.
    private static async Task EndedAsync(TheFactory factory, string phase, long id)
    {
        var page = default(JsonElement);
        await Eventually.HoldsAsync(
            async () =>
            {
                page = (await factory.AlaiAsync("task", "show", $"{id}", "--json")).Expect(0).Json;
                return page.GetProperty("task").GetProperty("state").GetString() is "held" or "done";
            },
            () => Task.FromResult(page.ToString()));
        var task = page.GetProperty("task");
        Assert.True(task.GetProperty("hold").GetProperty("code").GetString() == "needs_approval", $"{phase}: {page}");
        var builds = page.GetProperty("runs").EnumerateArray()
            .Where(run => run.GetProperty("stage").GetString() == "build")
            .Select(run => run.GetProperty("outcome").GetString()).ToList();
        Assert.True(builds is ["lost_worker", "verified"] or ["verified", "lost_worker"], $"{phase}: {string.Join(", ", builds)}");
        Assert.Equal(1, page.GetProperty("stages").EnumerateArray().Count(stage => stage.GetProperty("stage").GetString() == "build"));
    }

    private static string Title(string phase) => $"Add a farewell to {phase}";

    private static async Task PrepareAsync(TheFactory factory, Uri models)
    {
        Directory.CreateDirectory(Path.Combine(factory.Home, "products"));
        await File.WriteAllTextAsync(Path.Combine(factory.Home, "alai.yaml"), $$"""
            fleet:
              hosts:
                - { name: local, url: "{{models.ToString().TrimEnd('/')}}", max_runs: 9 }
            orchestrator: { tick_s: 1, max_runs: 9, person_grace_s: 0 }

            """);
        SlowGit.Install(factory, new Dictionary<string, string>
        {
            ["*repositories/fetch.git*~fetch~*"] = "fetch",
            ["*repositories/workspace.git*~worktree~add~*"] = "workspace",
            ["*repositories/commit.git*~commit-tree~*"] = "commit",
        });
        foreach (var phase in Phases)
        {
            var folder = Directory.CreateDirectory(Path.Combine(factory.Folder, "people", phase)).FullName;
            await File.WriteAllTextAsync(Path.Combine(folder, "greet.sh"), "printf 'Hello\\n'\n");
            await GitAsync(factory, phase, "git init -q -b main; git add -A; git commit -qm Start");
            var (setup, verify) = (phase == "setup" ? Hang(1) : "true", phase switch
            {
                "base" => Hang(2),
                "verify" => "[ ! -f farewell.sh ] || { " + Hang(3) + "; }",
                _ => "true",
            });
            await File.WriteAllTextAsync(
                Path.Combine(factory.Home, "products", phase + ".yaml"),
                $"repository: \"{folder}\"\nsetup:\n  commands: [\"{setup}\"]\nverify: [\"{verify}\", \"sh greet.sh\"]\n");
        }
    }

    private static string Hang(int which) => $"[ -f go ] || sleep 8410{which}";

    private static RehearsalScript Script()
    {
        var late = new RehearsalAnswer { Scenario = Scenario.Calls, Calls = Write.Calls, DelayMs = 600_000 };
        return new RehearsalScript
        {
            Rules =
            [
                Rule("You classify one software task", null, new RehearsalAnswer { Text = """{"complexity":1,"domain":"backend","kind":"feature","confidence":0.9,"why":"small"}""" }),
                Rule("against its acceptance criteria", null, Pass),
                Rule("one change for danger", null, Pass),
                Rule(null, Title("turn"), late) with { Times = 1 },
                Rule(null, Title("tool"), Call("run", new { command = Hang(4), timeout = 600 })) with { Times = 1 },
                Rule(null, null, Write, Call("finish", new { summary = "done" })),
            ],
        };
    }

    private static RehearsalAnswer Write { get; } = Call("write_file", new { path = "farewell.sh", content = "printf 'Goodbye\\n'\n" });

    private static RehearsalAnswer Pass { get; } = new()
    {
        Text = """{"reasoning":"I compared the diff with the criteria.","summary":"It does what was asked.","verdict":"pass","artefact":"${artefact}","findings":[]}""",
    };

    private static RehearsalRule Rule(string? system, string? task, params RehearsalAnswer[] answers) =>
        new() { When = new RehearsalWhen { System = system, Task = task }, Answers = answers };

    private static RehearsalAnswer Call(string tool, object args) => new()
    {
        Scenario = Scenario.Calls,
        Calls = [new RehearsalCall(tool, JsonSerializer.SerializeToElement(args))],
    };

    private static async Task GitAsync(TheFactory factory, string phase, string script)
    {
        var folder = Path.Combine(factory.Folder, "people", phase);
        var ran = await factory.RunAsync("/bin/sh", ["-ec", $"cd '{folder}'; export GIT_AUTHOR_NAME=Anna GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=Anna GIT_COMMITTER_EMAIL=a@example.org; {script}"], "");
        ran.Expect(0);
    }

    private static async Task<string> StoryAsync(TheFactory factory, IEnumerable<long> ids)
    {
        var stories = new List<string>();
        foreach (var id in ids)
            stories.Add((await factory.AlaiAsync("task", "history", $"{id}")).Out);
        return string.Join('\n', stories);
    }

    private static HashSet<string> Hanging() =>
        [.. Commands.Running().Where(line => line.StartsWith("sleep 8410", StringComparison.Ordinal)).Select(line => line.Trim())];

    private static List<string> Living(TheFactory factory) => [.. Commands.Running().Where(line => line.Contains(factory.Home, StringComparison.Ordinal) && !line.Contains("alaid", StringComparison.Ordinal))];
}
