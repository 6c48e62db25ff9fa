using System.Globalization;
using System.Runtime.CompilerServices;
using Alai.MissionControl;
using Alai.Storage;
using Alai.Tasks;

namespace Alai.Tests.MissionControl;

/// <summary>A worker that files, claims and completes until it is killed. It runs before the test runner wakes up, so it starts fast.</summary>
internal static class TortureChild
{
    public const string Variable = "ALAI_TORTURE_HOME";

    [ModuleInitializer]
    internal static void Begin()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } home)
            Work(home);
    }

    // One thread only, and plain arrays instead of lists the compiler makes in this module: whoever else touches this module waits
    // for it to be initialised, which never ends. The store still gets four writes at a time.
    private static void Work(string home)
    {
        using var store = SqliteMissionControl.Open(new MissionControlOptions { Path = Path.Combine(home, "alai.db") });
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

        Tell("ready");
        while (true)
            Round(store, held.Owner.ToString());
    }

    private static void Round(SqliteMissionControl store, string owner)
    {
        var keys = Enumerable.Range(0, 4).Select(_ => Guid.NewGuid().ToString("n", CultureInfo.InvariantCulture)).ToList();
        var filings = keys.Select(key => store.FileAsync(Root(key), CancellationToken.None)).ToList();
        for (var i = 0; i < keys.Count; i++)
        {
            filings[i].GetAwaiter().GetResult();
            Tell("filed " + keys[i]);
        }

        var claims = store.Ready(TimeProvider.System.GetUtcNow(), null, 4)
            .Select(stage => store.ClaimAsync(Sample.Claim(stage, owner) with { Route = Route }, CancellationToken.None)).ToList();
        var runs = claims.Select(claim => claim.GetAwaiter().GetResult().Key).OfType<RunKey>().ToList();
        foreach (var run in runs)
            store.PulseAsync(run, new RunPulse("agent", "working", "/w/" + run.Run), CancellationToken.None).GetAwaiter().GetResult();
        var results = runs.Select(run => (run, store.ApplyAsync(Sample.Verified(run) with { Checks = Array.Empty<CheckResult>() }, CancellationToken.None))).ToList();
        foreach (var (run, result) in results)
        {
            if (!result.GetAwaiter().GetResult().IsStale)
                Tell("done " + run.Run);
        }
    }

    private static Route Route { get; } = Sample.Route with { Executors = new string[] { "ollama-tool" } };

    private static NewTask Root(string key) =>
        Sample.Root() with { IdempotencyKey = key, Criteria = new string[] { "it works" }, Labels = Array.Empty<string>() };

    private static void Tell(string line)
    {
        Console.Out.Write(line + "\n");
        Console.Out.Flush();
    }
}
