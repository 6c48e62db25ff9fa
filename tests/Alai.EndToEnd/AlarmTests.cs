using Microsoft.Data.Sqlite;

namespace Alai.EndToEnd;

/// <summary>What the factory does and says by itself when nobody looks: a low disk, a silent heart, backups and leftovers.</summary>
public sealed class AlarmTests
{
    private const string Person = "tiers:\n  5: { executors: [human-queue] }\norchestrator: { tick_s: 1, person_grace_s: 0 }\n";

    // The largest mark there is: no disk of a test machine has so much free.
    private const string LowDisk = Person + "disk: { reserve_mb: 1048576, reserve_percent: 90, ballast_mb: 0 }\n";

    [Fact]
    public async Task On_a_disk_that_runs_low_nothing_starts_and_every_word_says_so_until_there_is_room()
    {
        await using var factory = await NewAsync(LowDisk);
        await factory.UpAsync();
        var id = await factory.FileAsync("Call the landlord");

        await Eventually.SaysAsync(async () => (await factory.AlaiAsync("task", "why", $"{id}")).Out, "disk.reserve_mb");
        Assert.Equal("disk_full", (await factory.AlaiAsync("task", "why", $"{id}", "--json")).Json.GetProperty("reason").GetString());
        var status = (await factory.AlaiAsync("status")).Expect(1).Out;
        Assert.Contains("nothing new starts", status, StringComparison.Ordinal);
        await Eventually.SaysAsync(async () => (await factory.AlaiAsync("status")).Out, "not started at the last look: 1 disk full");
        Assert.Contains("NOT HEALTHY", status, StringComparison.Ordinal);
        Assert.Contains("nothing new starts", (await factory.AlaiAsync("doctor")).Expect(1).Out, StringComparison.Ordinal);
        Assert.Equal("open", await factory.StateAsync(id));

        await SettingsAsync(factory, Person + "disk: { reserve_mb: 0, reserve_percent: 0, ballast_mb: 1 }\n");
        await factory.UntilAsync(id, "held");
        Assert.DoesNotContain("nothing new starts", (await factory.AlaiAsync("status")).Out, StringComparison.Ordinal);
        await Eventually.SaysAsync(() => Task.FromResult($"{File.Exists(Path.Combine(factory.Home, "data", "ballast"))}"), "True");
    }

    [Fact]
    public async Task A_heart_that_stands_still_is_told_and_beats_again()
    {
        await using var factory = await NewAsync(Person);
        await factory.UpAsync();
        await Eventually.SaysAsync(async () => (await factory.AlaiAsync("status")).Out, "last heartbeat");

        // A file that never ends, as on a network folder whose server is gone: the tick hangs, the daemon answers.
        var file = Path.Combine(factory.Home, "pipeline.yaml");
        (await factory.RunAsync("mkfifo", [file], "")).Expect(0);
        await Eventually.SaysAsync(async () => (await factory.AlaiAsync("status")).Out, "no heartbeat for");
        (await factory.AlaiAsync("status")).Expect(1);

        (await factory.RunAsync("sh", ["-c", ": > \"$1\"; rm \"$1\"", "sh", file], "")).Expect(0);
        await Eventually.SaysAsync(async () => (await factory.AlaiAsync("status")).Out.Contains("no heartbeat for", StringComparison.Ordinal) ? "silent" : "beats", "beats");
    }

    [Fact]
    public async Task A_daemon_that_was_killed_in_the_middle_of_work_is_told_everywhere_until_one_runs_again()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Scripts.Agent(Scripts.Call("finish", new { summary = "late" }, 600_000)));
        var project = await Project.NewAsync(factory);
        (await factory.AlaiAsync("product", "add", project.Folder)).Expect(0);
        (await factory.AlaiAsync("status")).Expect(0);
        var id = await factory.FileAsync("Greet by name", "--product", "greeter");
        var idle = (await factory.AlaiAsync("status")).Expect(1).Out;
        Assert.Contains("1 task is ready and no daemon runs, so nothing is dispatched", idle, StringComparison.Ordinal);

        var daemon = await factory.UpAsync();
        await Eventually.SaysAsync(async () => (await factory.AlaiAsync("task", "why", $"{id}")).Out, "works on it");
        await TheFactory.KillAsync(daemon);

        var status = (await factory.AlaiAsync("status")).Expect(1).Out;
        Assert.Contains("NOT HEALTHY", status, StringComparison.Ordinal);
        Assert.Contains($"the daemon is gone in the middle of #{id}", status, StringComparison.Ordinal);
        Assert.Contains("its worker is gone", status, StringComparison.Ordinal);
        var why = (await factory.AlaiAsync("task", "why", $"{id}", "--json")).Json;
        Assert.Equal("no_daemon", why.GetProperty("reason").GetString());
        Assert.Contains("lost its worker", why.GetProperty("sentence").GetString(), StringComparison.Ordinal);

        await factory.UpAsync();
        await Eventually.SaysAsync(async () => (await factory.AlaiAsync("status")).Out.Contains("is gone", StringComparison.Ordinal) ? "gone" : "there", "there");
    }

    [Fact]
    public async Task Ready_work_that_nothing_explains_and_nobody_claims_is_told_until_it_is_claimed()
    {
        await using var factory = await NewAsync(Person);
        var id = await factory.FileAsync("Call the landlord");

        // A store that refuses every claim without a word: every check says that the task may start, and nothing starts.
        Store(factory, "CREATE TRIGGER deaf BEFORE UPDATE OF state ON task WHEN new.state='running' BEGIN SELECT RAISE(IGNORE); END");
        await factory.UpAsync();

        await Eventually.SaysAsync(async () => (await factory.AlaiAsync("status")).Out, "1 ready tasks went unclaimed for 3 ticks with slots free");
        Assert.Contains("NOT HEALTHY", (await factory.AlaiAsync("status")).Expect(1).Out, StringComparison.Ordinal);
        Assert.Contains("could not be claimed", (await factory.AlaiAsync("logs")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Equal("open", await factory.StateAsync(id));

        Store(factory, "DROP TRIGGER deaf");
        await factory.UntilAsync(id, "held");
        await Eventually.SaysAsync(async () => (await factory.AlaiAsync("status")).Out.Contains("unclaimed", StringComparison.Ordinal) ? "unclaimed" : "claimed", "claimed");
    }

    [Fact]
    public async Task The_daemon_backs_up_checks_and_sweeps_by_itself()
    {
        await using var factory = await NewAsync(Person + "backup: { every_min: 1, keep: 1, keep_days: 0 }\nretention: { transcripts_mb: 1 }\n");
        var over = await factory.FileAsync("Call the landlord");
        var open = await factory.FileAsync("Call the plumber");
        (await factory.AlaiAsync("task", "cancel", $"{over}")).Expect(0);
        var (gone, kept) = (await TranscriptAsync(factory, over), await TranscriptAsync(factory, open));
        var backups = Path.Combine(factory.Home, "data", "backups");
        Directory.CreateDirectory(backups);
        var old = Path.Combine(backups, "backup-20200101T000000Z-e1.alai");
        await File.WriteAllTextAsync(old, "an old one");

        await factory.UpAsync();

        await Eventually.SaysAsync(() => Task.FromResult($"{File.Exists(gone)}"), "False");
        Assert.True(File.Exists(kept));
        Assert.False(File.Exists(old));
        (await factory.AlaiAsync("db", "restore", "--check", "newest")).Expect(0);
        Assert.Contains("CheckedAt\":\"2", await File.ReadAllTextAsync(Path.Combine(factory.Home, "data", "care.json")), StringComparison.Ordinal);
    }

    private static async Task<string> TranscriptAsync(TheFactory factory, long root)
    {
        var stage = (await factory.AlaiAsync("task", "show", $"{root}", "--json")).Expect(0).Json.GetProperty("stages")[0].GetProperty("id").GetInt64();
        var file = Path.Combine(factory.Home, "data", "transcripts", $"{stage}", "900.jsonl");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, new string('x', 2_000_000));
        return file;
    }

    private static void Store(TheFactory factory, string statement)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(factory.Home, "data", "mission-control.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private static async Task<TheFactory> NewAsync(string settings)
    {
        var factory = TheFactory.New();
        Directory.CreateDirectory(factory.Home);
        await SettingsAsync(factory, settings);
        return factory;
    }

    private static Task SettingsAsync(TheFactory factory, string text) => File.WriteAllTextAsync(Path.Combine(factory.Home, "alai.yaml"), text);
}
