using System.Globalization;
using Alai.MissionControl;
using Alai.Storage;
using Alai.Tasks;

namespace Alai.Torture;

/// <summary>
/// A worker that files, claims, pays and completes until it is killed, and says each thing that was acknowledged to it. It settles
/// what its dead predecessors left, like a daemon that starts.
/// </summary>
/// <remarks>One thread; the store gets four writes at a time.</remarks>
internal static class TortureWorker
{
    /// <summary>The database's name in its home.</summary>
    public const string FileName = "alai.db";

    private static readonly Route Route = new() { Tier = 1, Company = "codecraft", Role = "builder", Model = "qwen3:8b", Executors = ["ollama-tool"], Reason = "cheapest tier" };
    private static readonly PaidCeilings Plenty = new(long.MaxValue / 2, long.MaxValue / 2, TimeZoneInfo.Utc);
    private static readonly Classification Classification = new(2, Domain.Backend, TaskKind.Feature, 0.8, "rules", "words");

    public static MissionControlOptions Options(string home) => new() { Path = Path.Combine(home, FileName), Ceilings = () => Plenty };

    /// <summary>Works until its process is killed.</summary>
    public static void Work(string home, TimeProvider time)
    {
        using var store = SqliteMissionControl.Open(Options(home) with { Time = time });
        if (store.Alarm is not null)
            Tell("alarm " + store.Alarm);
        var owners = Path.Combine(home, "owners");
        using var held = OwnerLock.Take(owners);
        foreach (var owner in store.RunOwners())
        {
            if (!OwnerLock.IsDead(owners, owner))
                Tell("alive " + owner);
            store.SettleDeadAsync(owner, CancellationToken.None).GetAwaiter().GetResult();
            OwnerLock.Forget(owners, owner);
        }

        Tell("ready " + held.Owner);
        while (true)
            Round(store, held.Owner.ToString(), time);
    }

    public static NewTask Root(string key) => new()
    {
        Title = "Add a menu",
        Body = "With prices.",
        Product = "bento",
        Filer = "human:anna",
        Classification = Classification,
        Criteria = ["it lists three dishes"],
        FirstStage = Stage.Build,
        FirstStageTitle = "[BENTO-BUILD] Add a menu",
        IdempotencyKey = key,
    };

    private static void Round(SqliteMissionControl store, string owner, TimeProvider time)
    {
        var keys = Enumerable.Range(0, 4).Select(_ => Guid.NewGuid().ToString("n", CultureInfo.InvariantCulture)).ToList();
        var filings = keys.Select(key => store.FileAsync(Root(key), CancellationToken.None)).ToList();
        for (var i = 0; i < keys.Count; i++)
        {
            filings[i].GetAwaiter().GetResult();
            Tell("filed " + keys[i]);
        }

        var claims = store.Ready(time.GetUtcNow(), null, 4)
            .Select(stage => store.ClaimAsync(new ClaimRequest(stage.Id, stage.Version, owner, Route), CancellationToken.None)).ToList();
        var runs = claims.Select(claim => claim.GetAwaiter().GetResult().Key).OfType<RunKey>().ToList();
        foreach (var run in runs)
        {
            Tell("claimed " + run.Run);
            store.PulseAsync(run, new RunPulse("agent", "working", "/w/" + run.Run), CancellationToken.None).GetAwaiter().GetResult();
        }

        var paid = runs.Select(run => store.ReserveAsync(run, 1_000, CancellationToken.None)).ToList();
        var settled = paid.Select(reservation => store.SettleAsync(reservation.GetAwaiter().GetResult()!, 900, CancellationToken.None)).ToList();
        for (var i = 0; i < runs.Count; i++)
        {
            settled[i].GetAwaiter().GetResult();
            Tell("paid " + runs[i].Run);
        }

        var results = runs.Select(run => (run, store.ApplyAsync(Done(run), CancellationToken.None))).ToList();
        foreach (var (run, result) in results)
        {
            if (!result.GetAwaiter().GetResult().IsStale)
                Tell("done " + run.Run);
        }
    }

    private static Transition Done(RunKey key) => new()
    {
        Key = key,
        Outcome = RunOutcome.Verified,
        Move = new TaskMove { To = TaskState.Done, Outcome = "built", Branch = "alai/1", ArtefactHash = "tree1" },
        Reason = "checks passed",
        Checks = [],
        Outbox = [new("hive", "lesson-" + key.Run, "{}")],
    };

    private static void Tell(string line)
    {
        Console.Out.Write(line + "\n");
        Console.Out.Flush();
    }
}
