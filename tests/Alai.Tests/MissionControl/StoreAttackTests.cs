using Alai.Tasks;
using Microsoft.Data.Sqlite;

namespace Alai.Tests.MissionControl;

/// <summary>Whoever can write SQL still meets the rails: they are in the table, not only in code.</summary>
public sealed class StoreAttackTests : IDisposable
{
    private readonly StoreHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("UPDATE task SET state='running', owner='boot:1:1:x' WHERE stage='build'")]
    [InlineData("UPDATE task SET state='running' WHERE stage='build'")]
    [InlineData("UPDATE task SET sensitivity=0 WHERE stage='build'")]
    [InlineData("UPDATE task SET state='held' WHERE stage='build'")]
    [InlineData("UPDATE task SET hold_code='paused' WHERE stage='build'")]
    [InlineData("UPDATE task SET state='draft' WHERE stage='build'")]
    [InlineData("UPDATE task SET state='running', owner='human:anna' WHERE stage IS NULL")]
    [InlineData("DELETE FROM task")]
    [InlineData("INSERT OR REPLACE INTO task SELECT * FROM (SELECT * FROM task WHERE stage='build')")]
    [InlineData("DELETE FROM task_card")]
    [InlineData("INSERT OR REPLACE INTO task_card SELECT * FROM (SELECT * FROM task_card WHERE task_id=1)")]
    [InlineData("UPDATE event SET text='nothing happened' WHERE seq=1")]
    [InlineData("DELETE FROM event")]
    [InlineData("INSERT OR REPLACE INTO event SELECT seq,at,task_id,root_id,run_id,actor,kind,'nothing',data,prev,hash FROM event WHERE seq=1")]
    [InlineData("INSERT INTO event SELECT seq+7,at,task_id,root_id,run_id,actor,kind,text,data,prev,hash FROM event WHERE seq=1")]
    [InlineData("INSERT INTO event SELECT (SELECT max(seq) FROM event)+1,at,task_id,root_id,run_id,actor,kind,text,data,x'00',hash FROM event WHERE seq=1")]
    public async Task An_attack_with_sql_is_refused(string attack)
    {
        await FileSensitive();
        var problem = Assert.Throws<SqliteException>(() => Attack(attack));
        Assert.Equal(19, problem.SqliteErrorCode);
        Assert.True((await _home.Reopen().VerifyChainAsync(TestContext.Current.CancellationToken)).IsSound);
    }

    // Without this pragma a row that is replaced is deleted in silence.
    [Theory]
    [InlineData("INSERT OR REPLACE INTO event SELECT seq,at,task_id,root_id,run_id,actor,kind,'nothing',data,prev,hash FROM event ORDER BY seq DESC LIMIT 1")]
    [InlineData("INSERT OR REPLACE INTO event SELECT seq,at,task_id,root_id,run_id,actor,kind,'nothing',data,prev,hash FROM event WHERE seq=1")]
    [InlineData("INSERT OR IGNORE INTO event SELECT seq+7,at,task_id,root_id,run_id,actor,kind,text,data,hash,hash FROM event ORDER BY seq DESC LIMIT 1")]
    public async Task An_event_is_not_replaced_even_where_triggers_do_not_nest(string attack)
    {
        await FileSensitive();
        Assert.Equal("events are a chain", Assert.Throws<SqliteException>(() => Attack("PRAGMA recursive_triggers=OFF; " + attack)).Message.Split('\'')[1]);
        Assert.True((await _home.Reopen().VerifyChainAsync(TestContext.Current.CancellationToken)).IsSound);
    }

    [Fact]
    public async Task A_running_sensitive_task_cannot_be_inserted_or_made_by_raising_a_running_one()
    {
        await FileSensitive();
        const string columns = "root_id,priority,run_at,created_at,updated_at,stage";
        var insert = $"INSERT INTO task(state,owner,sensitivity,{columns}) SELECT 'running','boot:1:1:x',2,{columns} FROM task WHERE stage='build'";
        Assert.Throws<SqliteException>(() => Attack(insert));

        await _home.Store.FileAsync(Sample.Root("Harmless"), TestContext.Current.CancellationToken);
        var stage = _home.Store.Ready(_home.Clock.GetUtcNow(), null, 1)[0];
        await _home.Store.ClaimAsync(Sample.Claim(stage), TestContext.Current.CancellationToken);
        Assert.Throws<SqliteException>(() => Attack($"UPDATE task SET sensitivity=2 WHERE id={stage.Id.Value}"));
        Attack($"UPDATE task SET sensitivity=1 WHERE id={stage.Id.Value}");
    }

    private async Task FileSensitive() => await _home.Store.FileAsync(
        Sample.Root() with { Sensitivity = 2, Hold = new Hold(HoldCode.SafetyRule, "rail") }, TestContext.Current.CancellationToken);

    private void Attack(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_home.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA recursive_triggers=ON;";
        command.ExecuteNonQuery();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
