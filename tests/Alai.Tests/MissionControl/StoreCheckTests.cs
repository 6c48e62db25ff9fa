using Alai.MissionControl;
using Alai.Tasks;
using Microsoft.Data.Sqlite;

namespace Alai.Tests.MissionControl;

/// <summary>The whole check finds what SQLite itself calls sound, and a person can accept what is left.</summary>
public sealed class StoreCheckTests : IDisposable
{
    private readonly StoreHome _home = new();

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_store_that_was_worked_with_is_sound()
    {
        var root = (await _home.Store.FileAsync(Sample.Root(), None)).Task!;
        await _home.Store.ChangeAsync(new EditTask(root.Id, "human:anna", null, new TaskEdit { Body = "With prices in crowns." }), None);
        await _home.Store.ChangeAsync(new EditTask(root.Id, "human:anna", null, new TaskEdit { Priority = Priority.High }), None);

        var report = await _home.Store.CheckAsync(None);

        Assert.True(report.IsSound, report.Problem);
        Assert.Equal(["pages", "references", "chain", "contents", "results"], report.Findings.Select(finding => finding.Check));
        Assert.Contains("2 texts", report.Findings[3].Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_whose_readers_remember_an_older_index_of_words_is_sound()
    {
        for (var round = 0; round < 12; round++)
        {
            // A search leaves the index's shape in the memory of a connection that the check might be given.
            for (var time = 0; time < 3; time++)
                _ = _home.Store.Search("menu", 0, 10);
            for (var number = 0; number < 8; number++)
                await _home.Store.FileAsync(Sample.Root($"Add menu {round} {number}"), None);

            var report = await _home.Store.CheckAsync(None);

            Assert.True(report.IsSound, $"round {round}: {report.Problem}");
            Assert.Equal(Math.Min(50, (round + 1) * 8), _home.Store.Search("menu", 0, 50).Tasks.Count);
        }
    }

    [Fact]
    public async Task What_is_edited_answered_and_taken_back_stays_sound()
    {
        var root = (await _home.Store.FileAsync(Sample.Root(), None)).Task!;
        await _home.Store.ChangeAsync(new EditTask(root.Id, "human:anna", null, new TaskEdit { Title = "Add a short menu", Labels = ["shop"], Criteria = ["two dishes"], Verify = "true" }), None);
        await _home.Store.ChangeAsync(new UndoLast(root.Id, "human:anna"), None);
        await _home.Store.ChangeAsync(new EditTask(root.Id, "human:anna", null, new TaskEdit { Priority = Priority.High }), None);

        var report = await _home.Store.CheckAsync(None);

        Assert.True(report.IsSound, report.Problem);
        Assert.Contains("2 texts", report.Findings[3].Seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE run SET checks='[]'")]
    [InlineData("UPDATE run SET figures=replace(figures,'10','11')")]
    [InlineData("UPDATE run SET outcome='rejected'")]
    [InlineData("UPDATE run SET artefact_hash=NULL")]
    public async Task A_result_that_was_changed_behind_its_back_is_named(string wreck)
    {
        var stage = (await _home.Store.FileAsync(Sample.Root(), None)).Task!;
        var ready = Assert.Single(_home.Store.Ready(_home.Clock.GetUtcNow(), null, 10));
        var key = (await _home.Store.ClaimAsync(Sample.Claim(ready), None)).Key!.Value;
        await _home.Store.ApplyAsync(Sample.Verified(key), None);
        Assert.True((await _home.Store.CheckAsync(None)).IsSound, $"{stage.Id} was spoilt by its own end");
        _home.Close();
        Run(wreck);

        var report = await _home.Store.CheckAsync(None);

        Assert.False(report.IsSound);
        Assert.Contains($"the result of run {key.Run.Value} is not the one it ended with", report.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE task_card SET title='Something else' WHERE task_id=1", "the title, the criteria or the check of #1 are not")]
    [InlineData("UPDATE task_body SET criteria='[]' WHERE task_id=1", "the title, the criteria or the check of #1 are not")]
    [InlineData("UPDATE task_body SET verify='true' WHERE task_id=1", "the title, the criteria or the check of #1 are not")]
    [InlineData("UPDATE task_body SET body='Without prices.' WHERE task_id=1", "the text of #1 is not the one")]
    [InlineData("PRAGMA foreign_keys=OFF; INSERT INTO dependency(task_id,needs) VALUES(1,99)", "names a missing task")]
    [InlineData("DROP TRIGGER event_no_update; UPDATE event SET text='nothing happened' WHERE seq=1", "event 1 was altered")]
    [InlineData("DROP TRIGGER event_no_delete; DELETE FROM event WHERE seq=1", "events 1 to 1 are missing")]
    public async Task What_was_changed_behind_its_back_is_named(string wreck, string named)
    {
        await _home.Store.FileAsync(Sample.Root(), None);
        _home.Close();
        Run(wreck);

        var report = await _home.Store.CheckAsync(None);

        Assert.False(report.IsSound);
        Assert.Contains(named, report.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accepted_break_is_told_but_no_longer_an_alarm_until_it_changes_again()
    {
        await _home.Store.FileAsync(Sample.Root(), None);
        _home.Close();
        Run("DROP TRIGGER event_no_update; UPDATE event SET text='nothing happened' WHERE seq=1");
        Assert.NotNull(_home.Store.Alarm);

        await _home.Store.AcceptChainAsync("human:anna", "it was me", None);

        var chain = (await _home.Reopen().CheckAsync(None)).Chain;
        Assert.True(chain.IsSound, chain.Problem);
        Assert.Equal(1, Assert.Single(chain.Accepted).Sequence);
        Assert.Null(_home.Store.Alarm);
        _home.Close();
        Run("UPDATE event SET text='something else happened' WHERE seq=1");
        Assert.Contains("event 1 was altered", _home.Store.Alarm, StringComparison.Ordinal);
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_home.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
