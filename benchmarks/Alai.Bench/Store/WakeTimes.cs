using System.Diagnostics;
using Alai.Bench.Idle;
using Alai.Client;
using Alai.Client.Requests;
using Alai.Orchestration;
using Microsoft.Data.Sqlite;

namespace Alai.Bench.Store;

/// <summary>
/// The daemon's own program, idle; this process is the other one, with its connection open. From before it sends a task until
/// it sees the committed claim in the database file, at which it looks several times a millisecond: a reader without any pause
/// would take one of two cores from what it measures.
/// </summary>
internal sealed class WakeTimes(BenchRun run)
{
    private static readonly TimeSpan Between = TimeSpan.FromMicroseconds(50);
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(15);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (warm, count, idle) = run.Quick ? (10, 30, 4) : (150, 500, 40);
        var home = Path.Combine(run.Folder, "wake");
        Directory.CreateDirectory(home);
        using var daemon = await DaemonChild.StartAsync(home, cancellationToken);
        using var client = new FactoryClient(SocketTransport.Open(HomeSocket.PathFor(home)), "human:bench");
        using var claims = new ClaimWatch(new FactoryHome(home).Database);
        for (var i = 0; i < warm; i++)
            await OneAsync(client, claims, i, cancellationToken);
        var times = new Samples();
        var spent = daemon.ProcessorTime;
        for (var i = 0; i < count; i++)
        {
            await Task.Delay(Rest, cancellationToken);
            times.Add(await OneAsync(client, claims, i, cancellationToken));
        }

        run.Sheet.Add(new Figure("filed by another process to claimed, p50", times.Median, "ms", 1));
        run.Sheet.Add(new Figure("filed by another process to claimed, p99", times.P99, "ms", 5));
        run.Sheet.Add(new Figure("the daemon's processor time for each of them, from filing to the person's inbox", (daemon.ProcessorTime - spent).TotalMilliseconds / count, "ms"));
        run.Sheet.Note(DaemonChild.About);
        run.Sheet.Say("wake_p50_ms", times.Median);
        run.Sheet.Say("wake_p99_ms", times.P99);
        // What it does once after a start, the first round of care, is no idling.
        await Task.Delay(TimeSpan.FromSeconds(run.Quick ? 1 : 15), cancellationToken);
        var before = daemon.ProcessorTime;
        await Task.Delay(TimeSpan.FromSeconds(idle), cancellationToken);
        run.Sheet.Add(new Figure($"idle daemon, share of one core over {idle} s", 100 * (daemon.ProcessorTime - before) / TimeSpan.FromSeconds(idle), "%", 0.2));
    }

    private static async Task<double> OneAsync(FactoryClient client, ClaimWatch claims, int number, CancellationToken cancellationToken)
    {
        var before = claims.Newest();
        var start = Stopwatch.GetTimestamp();
        var filing = client.Tasks.FileAsync(new FileTask { Title = $"Call the landlord about door {number}", Owner = "human:bench", OneShot = true, Tier = 5 }, cancellationToken);
        while (claims.Newest() == before)
        {
            if (Stopwatch.GetElapsedTime(start) > TimeSpan.FromSeconds(40))
                throw new InvalidOperationException($"nothing was claimed; the daemon said {(await filing).Problem}");
            ShortRest.Take(Between);
        }

        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        await filing;
        return took;
    }
}

/// <summary>Reads a store from outside, without writing.</summary>
internal sealed class ClaimWatch : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand newest;

    public ClaimWatch(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using (var readOnly = connection.CreateCommand())
        {
            readOnly.CommandText = "PRAGMA query_only=ON; PRAGMA busy_timeout=5000; PRAGMA wal_autocheckpoint=0";
            readOnly.ExecuteNonQuery();
        }

        newest = Command("SELECT coalesce(max(id),0) FROM run");
    }

    /// <summary>The newest committed run.</summary>
    public long Newest() => (long)newest.ExecuteScalar()!;

    /// <summary>Asks for one number.</summary>
    public long Number(string sql)
    {
        using var command = Command(sql);
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose()
    {
        newest.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
