using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Tests.MissionControl;

/// <summary>Kill -9 at random moments: nothing acknowledged is lost, nothing happens twice, the chain holds.</summary>
public sealed class TortureTests(ITestOutputHelper output)
{
    private const int Kills = 30;

    // Starting thirty processes on a crowded machine may take longer than a test run wants to wait; five kills are the least.
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(18);

    [Fact]
    public async Task A_store_killed_again_and_again_loses_nothing_and_does_nothing_twice()
    {
        using var home = new StoreHome(options => options with { Time = TimeProvider.System });
        var acknowledged = new ConcurrentBag<string>();
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var watch = Stopwatch.StartNew();
        var kills = 0;
        for (; kills < Kills && (kills < 5 || watch.Elapsed < Budget); kills++)
            await KillOneAsync(home.Folder, random.Next(400), acknowledged);
        output.WriteLine($"{kills} kills, {acknowledged.Count} acknowledged writes, seed {seed}");

        Assert.True(acknowledged.Count(line => line.StartsWith("done ", StringComparison.Ordinal)) > kills, "the children hardly worked");
        Assert.DoesNotContain(acknowledged, line => line.StartsWith("alarm", StringComparison.Ordinal) || line.StartsWith("alive", StringComparison.Ordinal));
        Check(home.Store, [.. acknowledged]);
        var report = await home.Store.VerifyChainAsync(TestContext.Current.CancellationToken);
        Assert.True(report.IsSound, report.Problem);
        Assert.Null(home.Store.Alarm);
    }

    private static void Check(SqliteMissionControl store, List<string> acknowledged)
    {
        var lost = 0;
        foreach (var key in acknowledged.Where(line => line.StartsWith("filed ", StringComparison.Ordinal)).Select(line => line[6..]))
        {
            // Asking to file it again finds it exactly when it is there.
            var again = store.FileAsync(Sample.Root() with { IdempotencyKey = key }, CancellationToken.None).GetAwaiter().GetResult();
            lost += again.IsNew ? 1 : 0;
        }

        var done = acknowledged.Where(line => line.StartsWith("done ", StringComparison.Ordinal)).Select(line => long.Parse(line[5..], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(done.Count, done.Distinct().Count());
        Assert.All(done, run => Assert.Equal(RunOutcome.Verified, store.FindRun(new RunId(run))!.Outcome));
        Assert.Equal(0, lost);

        var twice = 0;
        var cursor = "";
        do
        {
            var page = store.List(new TaskFilter { RootsOnly = false, States = [TaskState.Done], Limit = 500, After = cursor.Length > 0 ? cursor : null });
            twice += page.Tasks.Count(task => store.Runs(task.Id).Count(run => run.Outcome == RunOutcome.Verified) != 1);
            cursor = page.Next ?? "";
        }
        while (cursor.Length > 0);
        Assert.Equal(0, twice);
    }

    private static async Task KillOneAsync(string home, int milliseconds, ConcurrentBag<string> acknowledged)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true, Environment = { [TortureChild.Variable] = home } };
        using var process = Process.Start(start)!;
        var ready = new TaskCompletionSource();
        var reading = Task.Run(async () =>
        {
            // A line the kill cut in half was never acknowledged.
            var text = "";
            var buffer = new char[4_096];
            for (int read; (read = await process.StandardOutput.ReadAsync(buffer)) > 0;)
            {
                var lines = (text + new string(buffer, 0, read)).Split('\n');
                text = lines[^1];
                foreach (var line in lines[..^1])
                {
                    acknowledged.Add(line);
                    if (line == "ready")
                        ready.TrySetResult();
                }
            }

            ready.TrySetResult();
        });
        await ready.Task.WaitAsync(Patience.Default);
        await Task.Delay(milliseconds);
        process.Kill();
        await process.WaitForExitAsync();
        await reading;
    }
}
