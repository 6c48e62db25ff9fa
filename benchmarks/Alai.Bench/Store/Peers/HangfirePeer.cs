using System.Diagnostics;
using Hangfire;
using Hangfire.PostgreSql;

namespace Alai.Bench.Store.Peers;

/// <summary>Hangfire on PostgreSQL with eight workers and a poll of 200 ms.</summary>
internal sealed class HangfirePeer : IPeer
{
    private const int Workers = 8;

    private static readonly Lock Gate = new();
    private static int done;
    private static long first;
    private static long last;

    private readonly PostgreSqlStorage storage;
    private readonly int jobs;

    private HangfirePeer(PostgreSqlStorage storage, int jobs)
    {
        this.storage = storage;
        this.jobs = jobs;
    }

    public string Key => "hangfire_per_s";

    public string Name => "Hangfire on PostgreSQL";

    public static async Task<HangfirePeer> OpenAsync(PrivatePostgres server, int jobs, CancellationToken cancellationToken)
    {
        var address = await server.CreateAsync("hangfire", cancellationToken);
        var options = new PostgreSqlStorageOptions { QueuePollInterval = TimeSpan.FromMilliseconds(200), PrepareSchemaIfNecessary = true };
        return new HangfirePeer(new PostgreSqlStorage(new Hangfire.PostgreSql.Factories.NpgsqlConnectionFactory(address, options), options), jobs);
    }

    /// <summary>The job: nothing but the moment it ran.</summary>
    public static void Work()
    {
        lock (Gate)
        {
            last = Stopwatch.GetTimestamp();
            if (done++ == 0)
                first = last;
        }
    }

    public async Task<double> RoundAsync(CancellationToken cancellationToken)
    {
        (done, first, last) = (0, 0, 0);
        var client = new BackgroundJobClient(storage);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(part => Task.Run(
            () =>
            {
                for (var i = part; i < jobs; i += 4)
                    client.Create(Hangfire.Common.Job.FromExpression(() => Work()), new Hangfire.States.EnqueuedState());
            },
            cancellationToken)));
        using var server = new BackgroundJobServer(new BackgroundJobServerOptions { WorkerCount = Workers, SchedulePollingInterval = TimeSpan.FromSeconds(15), StopTimeout = TimeSpan.FromSeconds(2) }, storage);
        var began = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref done) < jobs)
        {
            if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(60))
                throw new InvalidOperationException($"Hangfire did {done} of {jobs} jobs in a minute");
            await Task.Delay(20, cancellationToken);
        }

        server.SendStop();
        await server.WaitForShutdownAsync(cancellationToken);
        return (jobs - 1) / Stopwatch.GetElapsedTime(first, last).TotalSeconds;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
