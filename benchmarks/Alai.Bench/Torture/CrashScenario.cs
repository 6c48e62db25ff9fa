using System.Globalization;
using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Torture;

/// <summary>One life of a few tasks that meets every kind of write, always the same, telling what was acknowledged as it goes.</summary>
internal static class CrashScenario
{
    public const string Owner = "boot:1:1:scenario";

    /// <summary>Names and order of what it files: ids are known beforehand.</summary>
    public static readonly TaskId First = new(1), FirstStage = new(2), Second = new(3), SecondStage = new(4), Sensitive = new(5);

    private static readonly DateTimeOffset Moment = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly Route Route = new() { Tier = 1, Company = "codecraft", Role = "builder", Model = "qwen3:8b", Executors = ["ollama-tool"], Reason = "cheapest tier" };

    public static async Task RunAsync(MissionControlOptions options, Action<string> tell)
    {
        using var store = SqliteMissionControl.Open(options);
        await FileAsync(store, tell);
        var build = await ClaimAsync(store, FirstStage, tell);
        await WorkAsync(store, build, tell);
        await CompleteAsync(store, build, tell);
        var review = await ClaimAsync(store, store.Family(First)[^1].Id, tell);
        await store.ApplyAsync(Verified(review) with { Root = new TaskMove { To = TaskState.Done, Outcome = "landed" } }, CancellationToken.None);
        tell("done " + review.Run);
        await ClaimAsync(store, SecondStage, tell);
        await PersonAsync(store, tell);
        await store.SettleOutboxAsync(store.OutboxDue(Moment.AddYears(10), 1)[0].Id, new OutboxResult(true, null, "sent"), CancellationToken.None);
        tell("sent 1");
        await store.RecordTickAsync(new TickRecord { At = Moment }, CancellationToken.None);
        tell("ticked 1");
    }

    /// <summary>The result of a run of it; also what a late worker would hand in.</summary>
    public static Transition Verified(RunKey key) => new()
    {
        Key = key,
        Outcome = RunOutcome.Verified,
        Move = new TaskMove { To = TaskState.Done, Outcome = "built", Branch = "alai/1", ArtefactHash = "tree1" },
        Reason = "checks passed",
        Outbox = [new OutboxItem("hive", "lesson-" + key.Run, "{}")],
    };

    public static NewTask Task(string key) => TortureWorker.Root(key) with
    {
        Title = key,
        After = key == "second" ? [First] : [],
        Sensitivity = key == "sensitive" ? 2 : 0,
        Hold = key == "sensitive" ? new Hold(HoldCode.SafetyRule, "rail") : null,
    };

    private static async Task FileAsync(SqliteMissionControl store, Action<string> tell)
    {
        foreach (var key in new[] { "first", "second", "sensitive" })
        {
            await store.FileAsync(Task(key), CancellationToken.None);
            tell("filed " + key);
        }
    }

    private static async Task<RunKey> ClaimAsync(SqliteMissionControl store, TaskId stage, Action<string> tell)
    {
        var answer = await store.ClaimAsync(new ClaimRequest(stage, store.Find(stage)!.Version, Owner, Route), CancellationToken.None);
        var key = answer.Key ?? throw new InvalidOperationException(answer.Refusal);
        tell(string.Create(CultureInfo.InvariantCulture, $"claimed {key.Run} {key.Task.Value} {key.Fence}"));
        return key;
    }

    private static async Task WorkAsync(SqliteMissionControl store, RunKey key, Action<string> tell)
    {
        await store.PulseAsync(key, new RunPulse("agent", "working", "/w/1", "1:2:boot"), CancellationToken.None);
        tell("pulsed 1");
        var paid = await store.ReserveAsync(key, 1_000, CancellationToken.None);
        tell("reserved 1");
        await store.SettleAsync(paid!, 900, CancellationToken.None);
        tell("settled 1");
        await store.BeginEffectAsync(new EffectIntent(key.Task, "push", "push:1", "tree1"), CancellationToken.None);
        tell("begun push:1");
        await store.EndEffectAsync("push:1", true, "pushed", CancellationToken.None);
        tell("ended push:1");
    }

    private static async Task CompleteAsync(SqliteMissionControl store, RunKey build, Action<string> tell)
    {
        var review = new NewTask
        {
            Title = "[BENTO-REVIEW] first",
            Filer = "daemon",
            Classification = Task("first").Classification,
            Stage = Stage.Review,
            Root = First,
            IdempotencyKey = "first:review",
        };
        await store.ApplyAsync(
            Verified(build) with { Children = [review], Root = new TaskMove { To = TaskState.Open, Branch = "alai/1", ArtefactHash = "tree1" } }, CancellationToken.None);
        tell("done " + build.Run);
    }

    private static async Task PersonAsync(SqliteMissionControl store, Action<string> tell)
    {
        Expect(await store.ChangeAsync(new ApproveHold(Sensitive, "human:anna", "seen", "fine"), CancellationToken.None));
        tell("approved 5");
        Expect(await store.ChangeAsync(new EditTask(Sensitive, "human:anna", null, new TaskEdit { Title = "other words" }), CancellationToken.None));
        tell("edited 5");
        await store.SetHaltAsync(true, "human:anna", "look", CancellationToken.None);
        tell("halted 1");
        await store.SetHaltAsync(false, "human:anna", "go on", CancellationToken.None);
        tell("resumed 1");
    }

    private static void Expect(ChangeAnswer answer)
    {
        if (answer.Refusal is { } refusal)
            throw new InvalidOperationException(refusal);
    }
}
