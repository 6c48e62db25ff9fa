using System.Collections.Concurrent;
using System.Diagnostics;
using Alai.Client;
using Alai.Client.Requests;

namespace Alai.EndToEnd;

/// <summary><c>kill -9</c> of the real daemon in the middle of filing, claiming and settling.</summary>
public sealed class CrashTests
{
    private const int Rounds = 3;
    private const int Workers = 6;
    private const int Each = 12;

    // A person's tier alone: what is filed is claimed and settled at once, so that a kill meets every sort of transaction.
    private const string Settings = "tiers:\n  5: { executors: [human-queue] }\n";

    [Fact]
    public async Task What_was_acknowledged_before_a_kill_is_there_once_and_runs_are_settled_once()
    {
        await using var factory = TheFactory.New();
        Directory.CreateDirectory(factory.Home);
        await File.WriteAllTextAsync(Path.Combine(factory.Home, "alai.yaml"), Settings);
        var acknowledged = new ConcurrentDictionary<string, long>();

        for (var round = 0; round < Rounds; round++)
        {
            var daemon = await factory.UpAsync();
            var enough = acknowledged.Count + Each;
            using var killed = new CancellationTokenSource();
            var filing = Enumerable.Range(0, Workers).Select(worker => FileUntilKilledAsync(factory, $"{round}-{worker}", acknowledged, killed.Token)).ToList();
            await Eventually.HoldsAsync(() => acknowledged.Count >= enough, () => $"{acknowledged.Count} of {enough} were filed");
            await TheFactory.KillAsync(daemon);
            await killed.CancelAsync();
            await Task.WhenAll(filing);
        }

        await factory.UpAsync();
        foreach (var (key, id) in acknowledged)
            Assert.Equal(id, await FileAsync(factory, key, CancellationToken.None));
        Assert.Equal(acknowledged.Count, acknowledged.Values.Distinct().Count());
        await EverythingSettledOnceAsync(factory, acknowledged.Values);
    }

    // Each ends with its person, by one settled run; runs a kill cut off are told as lost and are at most one a kill.
    private static async Task EverythingSettledOnceAsync(TheFactory factory, IEnumerable<long> ids)
    {
        using var client = Client(factory);
        foreach (var id in ids)
        {
            var began = Stopwatch.GetTimestamp();
            while (true)
            {
                var page = (await client.Tasks.ShowAsync(id, CancellationToken.None)).Value!;
                var settled = page.Runs.Count(run => run.EndedAt is not null && run.Outcome != "lost_worker");
                Assert.InRange(settled, 0, 1);
                Assert.InRange(page.Runs.Count - settled, 0, Rounds);
                if (settled == 1)
                    break;
                Assert.True(Stopwatch.GetElapsedTime(began) < TheFactory.Patience, $"#{id} was not settled: {page.Task.State}, {page.Task.Doing}");
                await Task.Delay(50);
            }
        }
    }

    private static async Task FileUntilKilledAsync(TheFactory factory, string name, ConcurrentDictionary<string, long> acknowledged, CancellationToken killed)
    {
        for (var number = 0; !killed.IsCancellationRequested; number++)
        {
            try
            {
                acknowledged[$"{name}-{number}"] = await FileAsync(factory, $"{name}-{number}", killed);
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
            {
                // The daemon died before it answered: that filing may or may not have happened, once.
                return;
            }
        }
    }

    private static async Task<long> FileAsync(TheFactory factory, string key, CancellationToken cancellationToken)
    {
        using var client = Client(factory);
        var filed = await client.Tasks.FileAsync(new FileTask { Title = $"Call the landlord about {key}", Key = key }, cancellationToken);
        Assert.True(filed.Value is not null, filed.Problem?.ToString());
        return filed.Value.Task.Id;
    }

    private static FactoryClient Client(TheFactory factory) => new(SocketTransport.Open(HomeSocket.PathFor(factory.Home)), "human:anna");
}
