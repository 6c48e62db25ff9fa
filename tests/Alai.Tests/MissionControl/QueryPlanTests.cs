using System.Collections.Concurrent;
using Alai.MissionControl;
using Alai.Tasks;
using Alai.Torture;
using Microsoft.Data.Sqlite;

namespace Alai.Tests.MissionControl;

/// <summary>What people see walks an index, however many tasks there are.</summary>
public sealed class QueryPlanTests : IDisposable
{
    private readonly StoreHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Ready_walks_its_partial_index() => Assert.Contains("task_ready", Plan(TaskQueries.ReadySql), StringComparison.Ordinal);

    [Fact]
    public void A_place_in_line_is_counted_along_the_line() => Assert.Contains("SEARCH t USING INDEX task_ready", Plan(TaskQueries.CountBeforeSql), StringComparison.Ordinal);

    [Fact]
    public void The_next_moment_of_a_task_that_waits_is_found_without_looking_at_the_others()
    {
        var plan = Plan(TaskQueries.NextWakeSql);
        Assert.Contains("SEARCH t USING INDEX task_ready (priority=? AND run_at>?)", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN t", plan, StringComparison.Ordinal);
        Assert.Contains("SEARCH t USING INDEX task_ready (priority=? AND run_at>?)", Plan(TaskQueries.CountLaterSql), StringComparison.Ordinal);
    }

    [Fact]
    public void The_inbox_walks_the_held_ones() => Assert.Contains("task_held", Plan(TaskQueries.InboxSql), StringComparison.Ordinal);

    [Fact]
    public void What_people_took_and_what_waits_for_them_is_found_without_looking_at_the_rest()
    {
        Assert.Contains("SCAN a USING INDEX task_assigned", Plan(TaskQueries.AssignedSql), StringComparison.Ordinal);
        Assert.Contains("USING INDEX task_held", Plan(TaskQueries.CountInboxSql), StringComparison.Ordinal);
        Assert.Contains("SEARCH h USING INDEX task_family (root_id=?)", Plan(TaskQueries.HeldStagesSql), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sweep_of_ageing_walks_the_roots_that_may_rise() => Assert.Contains("task_age", Plan(PriorityAgeing.DueSql), StringComparison.Ordinal);

    [Fact]
    public void Children_walk_their_parents() => Assert.Contains("task_parent", Plan(TaskQueries.ChildrenSql), StringComparison.Ordinal);

    [Fact]
    public void Roots_that_wait_for_the_daemon_are_found_without_looking_at_the_others() =>
        Assert.Contains("task_advance", Plan(TaskQueries.ToAdvanceSql), StringComparison.Ordinal);

    [Fact]
    public void Lists_sort_nothing()
    {
        foreach (var filter in new[] { new TaskFilter(), new TaskFilter { ByUrgency = true }, new TaskFilter { After = "7" }, new TaskFilter { ByDue = true }, new TaskFilter { ByDue = true, After = "7.7", DueBefore = DateTimeOffset.UnixEpoch }, new TaskFilter { States = [TaskState.Open] },
            new TaskFilter { States = [TaskState.Open], ByUrgency = true }, new TaskFilter { States = [TaskState.Open, TaskState.Held], ByUrgency = true, After = "1.7" }, new TaskFilter { States = [TaskState.Open], ByDue = true } })
        {
            var plan = Plan(TaskQueries.Build(filter).Sql);
            Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_few_that_are_held_or_run_are_looked_up_and_not_looked_for()
    {
        foreach (var states in new TaskState[][] { [TaskState.Held], [TaskState.Running], [TaskState.Held, TaskState.Running] })
        {
            var plan = Plan(TaskQueries.Build(new TaskFilter { States = states }).Sql);
            Assert.DoesNotContain("SCAN t", plan, StringComparison.Ordinal);
            Assert.Contains("SEARCH t USING INTEGER PRIMARY KEY", plan, StringComparison.Ordinal);
        }

        Assert.Contains("SCAN s USING INDEX task_held", Plan(FactoryQueries.HeldRootsSql), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_write_of_a_tasks_life_makes_a_table_of_its_own()
    {
        using var home = new StoreHome();
        var written = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        await CrashScenario.RunAsync(TortureWorker.Options(home.Folder) with { AtStep = step => written[step] = true }, _ => { });
        var changes = written.Keys.Where(sql => sql.Contains("SET state=", StringComparison.Ordinal) || sql.TrimStart().StartsWith("INSERT INTO run", StringComparison.Ordinal)).ToList();

        Assert.True(changes.Count >= 3, string.Join('\n', written.Keys));
        Assert.All(changes, sql => Assert.DoesNotContain("OpenEphemeral", Explain("EXPLAIN ", sql, 1), StringComparison.Ordinal));
    }

    private string Plan(string sql) => Explain("EXPLAIN QUERY PLAN ", sql, 3);

    private string Explain(string how, string sql, int column)
    {
        _ = _home.Store.LastSequence();
        using var connection = new SqliteConnection($"Data Source={_home.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = how + sql;
        for (var i = 1; i <= 16; i++)
        {
            if (sql.Contains("$" + i, StringComparison.Ordinal))
                command.Parameters.AddWithValue("$" + i, 1);
        }

        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(reader.GetString(column));
        return string.Join('\n', lines);
    }
}
