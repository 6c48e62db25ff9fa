using System.Globalization;
using System.Runtime.CompilerServices;
using Alai.MissionControl;
using Alai.Storage;

namespace Alai.Tests.MissionControl;

/// <summary>A worker that files, claims and completes until it is killed. It runs before the test runner wakes up, so it starts fast.</summary>
internal static class TortureChild
{
    public const string Variable = "ALAI_TORTURE_HOME";

    [ModuleInitializer]
    internal static void Begin()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } home)
            RunAsync(home).GetAwaiter().GetResult();
    }

    private static async Task RunAsync(string home)
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
            await store.SettleDeadAsync(owner, CancellationToken.None);
            OwnerLock.Forget(owners, owner);
        }

        Tell("ready");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => WorkAsync(store, held.Owner.ToString()))));
    }

    private static async Task WorkAsync(SqliteMissionControl store, string owner)
    {
        while (true)
        {
            var key = Guid.NewGuid().ToString("n", CultureInfo.InvariantCulture);
            await store.FileAsync(Sample.Root() with { IdempotencyKey = key }, CancellationToken.None);
            Tell("filed " + key);
            foreach (var stage in store.Ready(TimeProvider.System.GetUtcNow().AddHours(1), null, 2))
            {
                if ((await store.ClaimAsync(Sample.Claim(stage, owner), CancellationToken.None)).Key is not { } run)
                    continue;
                await store.PulseAsync(run, new RunPulse("agent", "working", home(run.Run.Value)), CancellationToken.None);
                if (!(await store.ApplyAsync(Sample.Verified(run), CancellationToken.None)).IsStale)
                    Tell("done " + run.Run);
            }
        }

        static string home(long run) => "/w/" + run;
    }

    private static void Tell(string line)
    {
        lock (Variable)
        {
            Console.Out.Write(line + "\n");
            Console.Out.Flush();
        }
    }
}
