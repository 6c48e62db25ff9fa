using Alai.MissionControl;
using Alai.Tasks;
using Alai.Tests.Storage;
using Microsoft.Data.Sqlite;

namespace Alai.Tests.MissionControl;

/// <summary>What was acknowledged and is gone is noticed, whatever SQLite says of itself.</summary>
public sealed class ChainTests : IDisposable
{
    private readonly StoreHome _home = new();

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_clean_stop_leaves_the_head_anchored()
    {
        await _home.Store.FileAsync(Sample.Root(), None);
        var hash = _home.Store.Events(null, 0, 10)[^1].Hash;
        _home.Close();
        Assert.Equal((2, hash), Anchored());
        Assert.Null(_home.Reopen().Alarm);
    }

    [Fact]
    public async Task An_event_that_the_disk_does_not_have_yet_is_shown_to_nobody()
    {
        using var flushes = new Gate();
        using var home = new StoreHome(options => options with { AtStep = flushes.AtStep });
        await home.Store.FileAsync(Sample.Root(), None);
        var before = home.Store.LastSequence();
        flushes.Close();
        var filed = Enumerable.Range(0, 20).Select(number => home.Store.FileAsync(Sample.Root($"Task {number}"), None)).ToList();

        // Committed, as a reader without a chain sees.
        Assert.True(SpinWait.SpinUntil(() => StoreImage.Head(home.File).Sequence > before, Patience.Default));
        Assert.Equal(before, home.Store.LastSequence());
        Assert.Empty(home.Store.Events(null, before, 10));
        Assert.Equal(before, home.Store.NewestEvents(null, 1)[0].Sequence);
        var settled = home.Store.SettledAsync(None);
        Assert.False(settled.IsCompleted);
        flushes.Open();
        await settled.WaitAsync(Patience.Default, None);
        Assert.True(home.Store.LastSequence() > before);
        await Task.WhenAll(filed).WaitAsync(Patience.Default, None);
        Assert.Equal(before + 40, home.Store.LastSequence());
        Assert.Equal(40, home.Store.Events(null, before, 100).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_written_during_a_check_is_not_called_lost(bool withEvent)
    {
        var writes = 0;
        SqliteMissionControl? store = null;
        void Write(string step)
        {
            if (step != "anchor read" || store is null)
                return;
            writes++;
            var written = withEvent ? store.NoteAsync("noted", "daemon", "in the middle", None) : store.RecordTickAsync(new Alai.MissionControl.TickRecord { At = DateTimeOffset.UnixEpoch }, None);
            written.Wait(Patience.Default, None);
        }

        using var home = new StoreHome(options => options with { AtStep = Write });
        await home.Store.FileAsync(Sample.Root(), None);
        store = home.Store;

        Assert.True((await store.VerifyChainAsync(None)).IsSound);
        Assert.True((await store.CheckAsync(None)).IsSound);
        Assert.Equal(4, writes);
    }

    [Fact]
    public async Task A_wal_cut_short_is_noticed_though_sqlite_calls_the_file_sound()
    {
        // A reader with an old snapshot keeps the checkpoints from moving what comes after it out of the WAL.
        Assert.Equal(0, _home.Store.LastSequence());
        using var old = new SqliteConnection($"Data Source={_home.File};Pooling=False");
        old.Open();
        Run(old, "PRAGMA wal_checkpoint(PASSIVE)");
        Run(old, "BEGIN");
        Run(old, "SELECT count(*) FROM event");
        for (var i = 0; i < 20; i++)
            await _home.Store.FileAsync(Sample.Root($"Task {i}"), None);
        Assert.True(SpinWait.SpinUntil(() => Anchored().Sequence == 40, Patience.Default));
        using var lost = new StoreHome();
        var (missed, noticed) = (0, 0);
        var length = Copy(lost, cut: null);
        for (var cut = 0L; cut < length; cut += length / 25)
        {
            Copy(lost, cut);
            var store = lost.Reopen();
            if (store.LastSequence() < 40 && store.Alarm is null)
                missed++;
            if (store.Alarm is not null)
            {
                noticed++;
                Assert.Contains("acknowledged and are gone", store.Alarm, StringComparison.Ordinal);
                var problem = await Assert.ThrowsAsync<FactoryException>(() => store.FileAsync(Sample.Root(), None));
                Assert.Contains("reading only", problem.Message, StringComparison.Ordinal);
            }

            lost.Close();
        }

        Assert.Equal(0, missed);
        Assert.True(noticed > 15, $"only {noticed} of 25 cuts lost anything");
    }

    [Fact]
    public async Task A_person_can_accept_what_is_left()
    {
        await _home.Store.FileAsync(Sample.Root(), None);
        _home.Close();
        await File.WriteAllTextAsync(_home.File + ".head", $"5 {new string('a', 64)}\n", None);
        Assert.Contains("events 3 to 5", _home.Store.Alarm, StringComparison.Ordinal);
        await _home.Store.AcceptChainAsync("human:anna", "restored from a backup", None);
        Assert.Equal("chain_accepted", _home.Store.Events(null, 0, 10)[^1].Kind);
        Assert.Null(_home.Reopen().Alarm);
    }

    [Fact]
    public async Task A_missing_anchor_and_a_missing_database_are_noticed()
    {
        await _home.Store.FileAsync(Sample.Root(), None);
        _home.Close();
        File.Move(_home.File + ".head", _home.File + ".kept");
        Assert.Contains("anchor file is missing", _home.Store.Alarm, StringComparison.Ordinal);
        _home.Close();
        File.Move(_home.File + ".kept", _home.File + ".head");
        File.Delete(_home.File);
        Assert.Contains("events 1 to 2 were acknowledged", _home.Store.Alarm, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_altered_event_is_found_by_the_chain()
    {
        await _home.Store.FileAsync(Sample.Root(), None);
        await _home.Store.NoteAsync("started", "daemon", "up", None);
        _home.Close();
        using (var connection = new SqliteConnection($"Data Source={_home.File};Pooling=False"))
        {
            connection.Open();
            Run(connection, "DROP TRIGGER event_no_update; UPDATE event SET text='nothing' WHERE seq=2");
        }

        Assert.Contains("event 2 was altered", _home.Store.Alarm, StringComparison.Ordinal);
        Assert.False((await _home.Store.VerifyChainAsync(None)).IsSound);
    }

    private (long Sequence, string Hash) Anchored() =>
        new HeadAnchor(_home.File).Read() is { } head ? (head.Sequence, Convert.ToHexStringLower(head.Hash)) : (0, "");

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteScalar();
    }

    private long Copy(StoreHome to, long? cut)
    {
        foreach (var ending in new[] { "", "-wal", ".head" })
        {
            File.Delete(to.File + ending);
            File.Copy(_home.File + ending, to.File + ending);
        }

        File.Delete(to.File + "-shm");
        var wal = new FileInfo(to.File + "-wal");
        if (cut is { } length)
        {
            using var file = wal.Open(FileMode.Open);
            file.SetLength(length);
        }

        return wal.Length;
    }
}
