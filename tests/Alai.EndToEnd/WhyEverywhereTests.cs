using System.Globalization;
using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Rehearsal;
using Alai.Tasks;

namespace Alai.EndToEnd;

/// <summary>A stranger with nothing but <c>alai</c> learns where a task is and why, in every state and for every reason.</summary>
public sealed class WhyEverywhereTests
{
    [Fact]
    public async Task Every_hold_every_wait_and_every_end_is_answered()
    {
        await using var factory = TheFactory.New();
        await SettingsAsync(factory, "always");
        var tasks = await SeedAsync(factory);
        var asked = new HashSet<string>();

        foreach (var code in Enum.GetValues<HoldCode>().Select(SnakeWord<HoldCode>.Of))
            await AsksAsync(factory, tasks["held " + code], code, asked, wayOut: true);
        foreach (var reason in new[] { "dependency", "back_off", "quota", "done", "cancelled", "person_working" })
            await AsksAsync(factory, tasks[reason], reason, asked);
        Assert.Contains("for a later time, the next in ", (await factory.AlaiAsync("status")).Out, StringComparison.Ordinal);
        await AsksAsync(factory, tasks["model_missing"], "no_daemon", asked, wayOut: true);

        var daemon = await factory.UpAsync();
        foreach (var reason in new[] { "model_missing", "no_route", "grace", "dependency", "person_working" })
            await AsksAsync(factory, tasks[reason], reason, asked);
        (await factory.AlaiAsync("halt", "a walk")).Expect(0);
        await AsksAsync(factory, tasks["model_missing"], "halted", asked, wayOut: true);
        (await factory.AlaiAsync("resume")).Expect(0);

        await TheFactory.KillAsync(daemon);
        await SettingsAsync(factory, DateTime.UtcNow.AddDays(3).ToString("ddd", CultureInfo.InvariantCulture).ToLowerInvariant() + " 03:00-04:00");
        daemon = await factory.UpAsync();
        await AsksAsync(factory, tasks["model_missing"], "outside_hours", asked);

        // Hardly a machine has a terabyte and nine tenths of its disk to spare.
        await TheFactory.KillAsync(daemon);
        await SettingsAsync(factory, "always", "disk: { reserve_mb: 1048576, reserve_percent: 90, ballast_mb: 0 }\n");
        daemon = await factory.UpAsync();
        await Eventually.HoldsAsync(async () => (await WhyAsync(factory, tasks["model_missing"])).GetProperty("reason").GetString() == "disk_full", "the disk is too full");
        await AsksAsync(factory, tasks["model_missing"], "disk_full", asked);
        Assert.Contains("disk", (await factory.AlaiAsync("status")).Out, StringComparison.Ordinal);

        await TheFactory.KillAsync(daemon);
        Directory.Delete(Path.Combine(factory.Home, "data", "last-good"), recursive: true);
        await File.WriteAllTextAsync(Path.Combine(factory.Home, "alai.yaml"), "orchestrator:\n  max_rums: 3\n");
        await factory.UpAsync();
        await AsksAsync(factory, tasks["model_missing"], "bad_settings", asked, wayOut: true);

        // The rest is asked where something runs, below; ready lasts a moment, and safety_rule is a hold as soon as it is seen.
        string[] elsewhere = ["ready", "in_pipeline", "no_capacity"];
        Assert.Equal([], Enum.GetValues<SkipReason>().Select(SnakeWord<SkipReason>.Of).Except(asked).Except(elsewhere));
    }

    [Fact]
    public async Task What_runs_and_what_waits_for_its_place_is_answered()
    {
        await using var models = await RehearsalServer.StartAsync(
            new RehearsalOptions { Script = new RehearsalScript { Rules = [new RehearsalRule { When = new RehearsalWhen(), Answers = [new RehearsalAnswer { Text = "Oslo", DelayMs = 600_000 }] }] } },
            CancellationToken.None);
        await using var factory = TheFactory.New();
        Directory.CreateDirectory(factory.Home);
        await File.WriteAllTextAsync(Path.Combine(factory.Home, "alai.yaml"), $"""
            fleet:
              hosts:
                - name: local
                  url: "{models.Url.ToString().TrimEnd('/')}"
            orchestrator:
              tick_s: 1
              max_runs: 1

            """);
        await factory.UpAsync();
        var first = await factory.FileAsync("What is the capital of Norway?");
        await Eventually.HoldsAsync(async () => (await WhyAsync(factory, first)).GetProperty("reason").GetString() == "in_pipeline", "something runs");
        var second = await factory.FileAsync("What is the capital of Sweden?");

        await AsksAsync(factory, first, "in_pipeline", []);
        await AsksAsync(factory, first + 1, "running", []);
        await AsksAsync(factory, second, "no_capacity", []);
        var status = (await factory.AlaiAsync("status")).Out;
        Assert.Contains("What is the capital of Norway?", status, StringComparison.Ordinal);
    }

    private static async Task SettingsAsync(TheFactory factory, string hours, string more = "")
    {
        Directory.CreateDirectory(factory.Home);
        await File.WriteAllTextAsync(Path.Combine(factory.Home, "alai.yaml"), $$"""
            fleet:
              hosts:
                - { name: nobody, url: "http://127.0.0.1:9", engine: ollama, max_runs: 2 }
            tiers:
              1: { model: "qwen3:8b", hosts: [nobody], executors: [ollama-tool] }
              5: { executors: [human-queue] }
            time_zone: UTC
            orchestrator: { hours: "{{hours}}", person_grace_s: 3600 }
            {{more}}
            """);
    }

    /// <summary>Brings tasks where only the factory itself can bring them, with the factory's own parts.</summary>
    private static async Task<Dictionary<string, long>> SeedAsync(TheFactory home)
    {
        await using var factory = AlaiServices.Open(new FactoryOptions { Home = home.Home, Random = new Random(1) });
        var tasks = new Dictionary<string, long>();
        foreach (var code in Enum.GetValues<HoldCode>())
            tasks["held " + SnakeWord<HoldCode>.Of(code)] = (await FileAsync(factory, Errand() with { Hold = new Hold(code, "Somebody has to look at the drawer.") })).Root;
        tasks["model_missing"] = (await FileAsync(factory, Errand("Mend the footer") with { Tier = 1 })).Root;
        tasks["no_route"] = (await FileAsync(factory, Errand() with { Company = "gone" })).Root;
        tasks["dependency"] = (await FileAsync(factory, Errand() with { After = [new TaskId(tasks["model_missing"])] })).Root;
        tasks["grace"] = (await FileAsync(factory, Errand())).Root;
        await factory.ChangeAsync(new EditTask(new TaskId(tasks["grace"]), "human:anna", null, new TaskEdit { Priority = Priority.High }), CancellationToken.None);
        tasks["person_working"] = (await FileAsync(factory, Errand())).Root;
        await factory.ChangeAsync(new StartByPerson(new TaskId(tasks["person_working"]), "human:anna"), CancellationToken.None);
        tasks["done"] = (await FileAsync(factory, Errand())).Root;
        await factory.ChangeAsync(new FinishByPerson(new TaskId(tasks["done"]), "human:anna", "paid", Force: false), CancellationToken.None);
        tasks["cancelled"] = (await FileAsync(factory, Errand())).Root;
        await factory.ChangeAsync(new CancelTask(new TaskId(tasks["cancelled"]), "human:anna", "too dear"), CancellationToken.None);
        tasks["back_off"] = await GivenBackAsync(factory, "the model host went away");
        tasks["quota"] = await GivenBackAsync(factory, "quota of the provider is used up");
        return tasks;
    }

    private static NewTask Errand(string title = "Call the landlord") => new()
    {
        Title = title,
        Filer = "human:anna",
        Classification = new Classification(1, Domain.Backend, TaskKind.Errand, 0.9, "rules", "an errand"),
        FirstStage = Stage.Single,
        FirstStageTitle = title,
        Tier = Tier.Human,
    };

    private static async Task<(long Root, FactoryTask Stage)> FileAsync(Factory factory, NewTask task)
    {
        var answer = await factory.Store.FileAsync(task, CancellationToken.None);
        Assert.True(answer.Task is not null, answer.Refusal);
        return (answer.Task.Id.Value, factory.Reader.Family(answer.Task.Id)[1]);
    }

    private static async Task<long> GivenBackAsync(Factory factory, string reason)
    {
        var (root, stage) = await FileAsync(factory, Errand());
        var route = new Route { Tier = Tier.Human, Company = "codecraft", Role = "builder", Model = "", Executors = ["human-queue"], Reason = "test" };
        var claim = await factory.Store.ClaimAsync(new ClaimRequest(stage.Id, stage.Version, factory.Parts.Owner, route), CancellationToken.None);
        await factory.Store.GiveBackAsync(claim.Key!.Value, new GiveBack(reason, DateTimeOffset.UtcNow.AddHours(1)), CancellationToken.None);
        return root;
    }

    private static async Task AsksAsync(TheFactory factory, long id, string reason, HashSet<string> asked, bool wayOut = false)
    {
        var why = await WhyAsync(factory, id);
        Assert.True(why.GetProperty("reason").GetString() == reason, $"expected {reason}: {why}");
        Assert.True(why.GetProperty("sentence").GetString()!.Length > 10, $"{why}");
        if (wayOut)
            Assert.Contains("alai ", why.GetProperty("next_step").GetString(), StringComparison.Ordinal);
        asked.Add(reason);
    }

    private static async Task<System.Text.Json.JsonElement> WhyAsync(TheFactory factory, long id) =>
        (await factory.AlaiAsync("task", "why", $"{id}", "--json")).Expect(0).Json;
}
