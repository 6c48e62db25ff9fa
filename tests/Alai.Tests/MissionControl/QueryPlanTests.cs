using Alai.MissionControl;
using Alai.Tasks;
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
    public void The_inbox_walks_the_held_ones() => Assert.Contains("task_held", Plan(TaskQueries.InboxSql), StringComparison.Ordinal);

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
        foreach (var filter in new[] { new TaskFilter(), new TaskFilter { ByUrgency = true }, new TaskFilter { After = "7" }, new TaskFilter { ByDue = true }, new TaskFilter { ByDue = true, After = "7.7", DueBefore = DateTimeOffset.UnixEpoch }, new TaskFilter { States = [TaskState.Open] } })
        {
            var plan = Plan(TaskQueries.Build(filter).Sql);
            Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        }
    }

    private string Plan(string sql)
    {
        _ = _home.Store.LastSequence();
        using var connection = new SqliteConnection($"Data Source={_home.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        for (var i = 1; i <= 6; i++)
        {
            if (sql.Contains("$" + i, StringComparison.Ordinal))
                command.Parameters.AddWithValue("$" + i, 1);
        }

        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(reader.GetString(3));
        return string.Join('\n', lines);
    }
}
