using System.Diagnostics;
using Npgsql;

namespace Alai.Bench.Store.Peers;

/// <summary>What one writes by hand: <c>FOR UPDATE SKIP LOCKED</c>, one row a claim, two commits a job, prepared, eight connections.</summary>
internal sealed class NpgsqlPeer : IPeer
{
    private const int Workers = 8;

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS job(id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, priority int NOT NULL, run_at timestamptz NOT NULL,
          state smallint NOT NULL, owner text, lease timestamptz, fence bigint NOT NULL DEFAULT 0, attempt int NOT NULL DEFAULT 0, payload text NOT NULL);
        CREATE INDEX IF NOT EXISTS job_ready ON job(priority, run_at, id) WHERE state=0
        """;

    private const string Claim = """
        UPDATE job SET state=1, owner=$1, lease=now()+interval '1 minute', fence=fence+1, attempt=attempt+1
        WHERE id=(SELECT id FROM job WHERE state=0 AND run_at<=now() ORDER BY priority, run_at, id FOR UPDATE SKIP LOCKED LIMIT 1)
        RETURNING id, fence
        """;

    private const string Complete = "UPDATE job SET state=2, owner=NULL, lease=NULL WHERE id=$1 AND fence=$2 AND state=1";

    private readonly NpgsqlDataSource source;
    private readonly int jobs;

    private NpgsqlPeer(NpgsqlDataSource source, int jobs)
    {
        this.source = source;
        this.jobs = jobs;
    }

    public string Key => "npgsql_per_s";

    public string Name => "Npgsql, SKIP LOCKED, single rows";

    public static async Task<NpgsqlPeer> OpenAsync(PrivatePostgres server, int jobs, CancellationToken cancellationToken)
    {
        var opened = NpgsqlDataSource.Create(await server.CreateAsync("raw", cancellationToken));
        await using var command = opened.CreateCommand(Schema);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new NpgsqlPeer(opened, jobs);
    }

    public async Task<double> RoundAsync(CancellationToken cancellationToken)
    {
        await using (var fill = source.CreateCommand($"INSERT INTO job(priority,run_at,state,payload) SELECT n % 4, now(), 0, repeat('x', 200) FROM generate_series(1,{jobs}) n"))
            await fill.ExecuteNonQueryAsync(cancellationToken);
        await using (var analyze = source.CreateCommand("ANALYZE job"))
            await analyze.ExecuteNonQueryAsync(cancellationToken);
        var began = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => WorkAsync(worker, cancellationToken), cancellationToken)));
        return done.Sum() / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task<int> WorkAsync(int worker, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var claim = new NpgsqlCommand(Claim, connection) { Parameters = { new() { Value = $"worker{worker}" } } };
        await using var complete = new NpgsqlCommand(Complete, connection) { Parameters = { new() { Value = 0L }, new() { Value = 0L } } };
        await claim.PrepareAsync(cancellationToken);
        await complete.PrepareAsync(cancellationToken);
        for (var done = 0; ; done++)
        {
            await using (var reader = await claim.ExecuteReaderAsync(cancellationToken))
            {
                if (!await reader.ReadAsync(cancellationToken))
                    return done;
                (complete.Parameters[0].Value, complete.Parameters[1].Value) = (reader.GetInt64(0), reader.GetInt64(1));
            }

            if (await complete.ExecuteNonQueryAsync(cancellationToken) != 1)
                throw new InvalidOperationException("a job was completed by somebody else");
        }
    }
}
