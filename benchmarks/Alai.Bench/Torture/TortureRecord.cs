using System.Collections.Concurrent;
using System.Globalization;
using Alai.MissionControl;
using Alai.Tasks;
using Microsoft.Data.Sqlite;

namespace Alai.Torture;

/// <summary>What workers were told, compared with what the store has in the end.</summary>
internal sealed class TortureRecord
{
    private readonly ConcurrentBag<string> lines = [];

    /// <summary>How many things were acknowledged.</summary>
    public int Count => lines.Count;

    public void Add(string line) => lines.Add(line);

    public int Of(string word) => Words(word).Count();

    /// <summary>Alarms and dead workers taken for living ones: there must be none.</summary>
    public IReadOnlyList<string> Wrong => [.. lines.Where(line => line.StartsWith("alarm", StringComparison.Ordinal) || line.StartsWith("alive", StringComparison.Ordinal))];

    /// <summary>Looks everything up.</summary>
    /// <returns>What was acknowledged and is not there, and what happened more than once.</returns>
    public (int Lost, int Twice) Check(SqliteMissionControl store, string file)
    {
        // Asking to file it again finds it exactly when it is there.
        var lost = Words("filed").Count(key => store.FileAsync(TortureWorker.Root(key), CancellationToken.None).GetAwaiter().GetResult().IsNew);
        lost += Runs("claimed").Count(run => store.FindRun(run) is null);
        lost += Runs("done").Count(run => store.FindRun(run)?.Outcome != RunOutcome.Verified);
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Mode=ReadOnly");
        connection.Open();
        var settled = Column(connection, "SELECT run_id FROM ledger WHERE settled_micro=900").ToHashSet();
        lost += Runs("paid").Count(run => !settled.Contains(run.Value));
        var told = Runs("done").ToList();
        var twice = told.Count - told.Distinct().Count();

        // A stage is completed by one run at most, its lesson sent to the outbox once, its end told once.
        twice += Column(connection, "SELECT count(*) FROM run WHERE outcome='verified' GROUP BY task_id HAVING count(*)>1").Count();
        twice += Column(connection, "SELECT count(*) FROM event WHERE kind='ended' GROUP BY run_id HAVING count(*)>1").Count();
        twice += Column(connection, "SELECT count(*) FROM run WHERE ended_at IS NULL GROUP BY task_id HAVING count(*)>1").Count();
        lost += Column(connection, "SELECT r.id FROM run r WHERE r.outcome='verified' AND NOT EXISTS(SELECT 1 FROM outbox o WHERE o.idem_key='lesson-'||r.id)").Count();
        lost += Column(connection, "SELECT id FROM task t WHERE (t.state='running') <> EXISTS(SELECT 1 FROM run r WHERE r.task_id=t.id AND r.ended_at IS NULL)").Count();
        return (lost, twice);
    }

    private IEnumerable<string> Words(string word) => lines.Where(line => line.StartsWith(word + " ", StringComparison.Ordinal)).Select(line => line[(word.Length + 1)..]);

    private IEnumerable<RunId> Runs(string word) => Words(word).Select(number => new RunId(long.Parse(number, CultureInfo.InvariantCulture)));

    private static IEnumerable<long> Column(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<long>();
        while (reader.Read())
            values.Add(reader.GetInt64(0));
        return values;
    }
}
