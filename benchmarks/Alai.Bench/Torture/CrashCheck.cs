using System.Globalization;
using Alai.MissionControl;
using Alai.Tasks;
using Microsoft.Data.Sqlite;

namespace Alai.Torture;

/// <summary>Opens what a death of the scenario left behind and looks for anything that must not be.</summary>
internal static class CrashCheck
{
    // Each finds rows that break an invariant.
    private static readonly (string Broken, string Sql)[] Never =
    [
        ("a task runs without exactly one open run", "SELECT t.id FROM task t WHERE (t.state='running') <> ((SELECT count(*) FROM run r WHERE r.task_id=t.id AND r.ended_at IS NULL)=1)"),
        ("I2: a stage was completed twice", "SELECT task_id FROM run WHERE outcome='verified' GROUP BY task_id HAVING count(*)>1"),
        ("a completion is there in part: task", "SELECT r.id FROM run r JOIN task t ON t.id=r.task_id WHERE (r.outcome='verified') AND t.state<>'done'"),
        ("a completion is there in part: event", "SELECT r.id FROM run r WHERE (r.outcome='verified') <> ((SELECT count(*) FROM event e WHERE e.run_id=r.id AND e.kind='ended')=1)"),
        ("a completion is there in part: outbox", "SELECT r.id FROM run r WHERE (r.outcome='verified') <> EXISTS(SELECT 1 FROM outbox o WHERE o.idem_key='lesson-'||r.id)"),
        ("a completion is there in part: next stage", "SELECT 1 WHERE EXISTS(SELECT 1 FROM run WHERE id=1 AND outcome='verified') <> EXISTS(SELECT 1 FROM task_card WHERE unique_key='first:review')"),
        ("a claim is there in part: event", "SELECT r.id FROM run r WHERE (SELECT count(*) FROM event e WHERE e.run_id=r.id AND e.kind='claimed')<>1"),
        ("a filing is there in part", "SELECT t.id FROM task t WHERE NOT EXISTS(SELECT 1 FROM event e WHERE e.task_id=t.id AND e.kind='filed') OR NOT EXISTS(SELECT 1 FROM task_body b WHERE b.task_id=t.id) OR NOT EXISTS(SELECT 1 FROM task_card k WHERE k.task_id=t.id)"),
        ("I5: work for people only runs without a person's yes", "SELECT id FROM task WHERE state='running' AND sensitivity>=2 AND approval_id IS NULL"),
        ("I6: the ledger's sum is not the sum of its rows", "SELECT 1 WHERE coalesce((SELECT sum(micro) FROM ledger_sum),0) <> coalesce((SELECT sum(coalesce(settled_micro,reserved_micro)) FROM ledger),0)"),
        ("I7: an approval outlived the text it was given for", "SELECT t.id FROM task t JOIN task_card k ON k.task_id=t.id JOIN approval a ON a.id=t.approval_id AND a.voided_at IS NULL WHERE k.title='other words'"),
        ("I11: a task runs before what it waits for", "SELECT t.id FROM task t JOIN dependency d ON d.task_id=t.root_id JOIN task n ON n.id=d.needs WHERE t.state='running' AND n.state<>'done'"),
        ("I12: an effect ended without an intent before it", "SELECT idem_key FROM effect WHERE status<>'intent' AND (SELECT count(*) FROM event WHERE kind='effect_begun')=0"),
        ("the count of live stages is wrong", "SELECT r.id FROM task r WHERE r.stage IS NULL AND r.live<>(SELECT count(*) FROM task s WHERE s.root_id=r.id AND s.stage IS NOT NULL AND s.state IN('open','running','held'))"),
    ];

    // What was acknowledged, and the question that finds it: 0 or 1.
    private static readonly Dictionary<string, string> Kept = new(StringComparer.Ordinal)
    {
        ["filed"] = "SELECT count(*) FROM task_card WHERE unique_key=$1",
        ["claimed"] = "SELECT count(*) FROM run WHERE id=$1",
        ["pulsed"] = "SELECT count(*) FROM run WHERE id=$1 AND phase='agent' AND processes='1:2:boot'",
        ["reserved"] = "SELECT count(*) FROM ledger WHERE run_id=$1",
        ["settled"] = "SELECT count(*) FROM ledger WHERE run_id=$1 AND settled_micro=900",
        ["begun"] = "SELECT count(*) FROM effect WHERE idem_key=$1",
        ["ended"] = "SELECT count(*) FROM effect WHERE idem_key=$1 AND status='done'",
        ["done"] = "SELECT count(*) FROM run WHERE id=$1 AND outcome='verified'",
        ["approved"] = "SELECT count(*) FROM approval WHERE root_id=$1",
        ["edited"] = "SELECT count(*) FROM task_card WHERE task_id=$1 AND title='other words'",
        ["halted"] = "SELECT min(1,count(*)) FROM event WHERE kind='halted'",
        ["resumed"] = "SELECT min(1,count(*)) FROM event WHERE kind='resumed'",
        ["sent"] = "SELECT count(*) FROM outbox WHERE id=$1 AND sent_at IS NOT NULL",
        ["ticked"] = "SELECT count(*) FROM tick WHERE id=$1",
    };

    /// <summary>What is wrong, or nothing.</summary>
    public static async Task<IReadOnlyList<string>> LookAsync(MissionControlOptions options, IReadOnlyList<string> acknowledged)
    {
        var wrong = new List<string>();
        using var store = SqliteMissionControl.Open(options);
        if (store.Alarm is { } alarm)
            wrong.Add("I8: " + alarm);
        using (var connection = new SqliteConnection($"Data Source={options.Path};Pooling=False"))
        {
            connection.Open();
            wrong.AddRange(Never.Where(never => One(connection, never.Sql) is not null).Select(never => never.Broken));
            wrong.AddRange(acknowledged.Where(line => !IsKept(connection, line)).Select(line => "I1: acknowledged and gone: " + line));
            if (One(connection, "PRAGMA quick_check") as string != "ok")
                wrong.Add("the file is damaged");
        }

        if (wrong.Count == 0)
            await RecoverAsync(store, wrong, acknowledged);
        if ((await store.VerifyChainAsync(CancellationToken.None)) is { IsSound: false } report)
            wrong.Add("I8: " + report.Problem);
        return wrong;
    }

    // What a restart does, and then the dead worker comes back after all.
    private static async Task RecoverAsync(SqliteMissionControl store, List<string> wrong, IReadOnlyList<string> acknowledged)
    {
        var before = store.OpenRuns().Count;
        var orphans = await store.SettleDeadAsync(CrashScenario.Owner, CancellationToken.None);
        if (orphans.Count != before || store.OpenRuns().Count != 0)
            wrong.Add($"I4: {orphans.Count} of {before} runs of the dead worker were given back");
        if ((await store.SettleDeadAsync(CrashScenario.Owner, CancellationToken.None)).Count != 0)
            wrong.Add("I4: given back twice");
        foreach (var line in acknowledged.Where(line => line.StartsWith("claimed ", StringComparison.Ordinal)))
        {
            var numbers = line.Split(' ')[1..].Select(word => long.Parse(word, CultureInfo.InvariantCulture)).ToArray();
            var key = new RunKey(new TaskId(numbers[1]), new RunId(numbers[0]), numbers[2], CrashScenario.Owner);
            var was = store.Find(key.Task)!.State;
            if (!(await store.ApplyAsync(CrashScenario.Verified(key), CancellationToken.None)).IsStale || store.Find(key.Task)!.State != was)
                wrong.Add($"I3: run {key.Run} was taken away and its result accepted");
        }

        foreach (var key in new[] { "first", "second", "sensitive" })
        {
            var again = await store.FileAsync(CrashScenario.Task(key), CancellationToken.None);
            if (again.Task is null || (await store.FileAsync(CrashScenario.Task(key), CancellationToken.None)).IsNew)
                wrong.Add($"{key} cannot be filed again with its key, or is filed twice");
        }
    }

    private static bool IsKept(SqliteConnection connection, string line)
    {
        var words = line.Split(' ');
        return Convert.ToInt64(One(connection, Kept[words[0]], words[1]), CultureInfo.InvariantCulture) == 1;
    }

    private static object? One(SqliteConnection connection, string sql, string? value = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (value is not null && sql.Contains("$1", StringComparison.Ordinal))
            command.Parameters.AddWithValue("$1", long.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : value);
        return command.ExecuteScalar();
    }
}
