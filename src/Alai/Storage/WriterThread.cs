using Alai.Tasks;

namespace Alai.Storage;

/// <summary>
/// The only thread that writes: takes what waits, commits it as one group, hands it on to be flushed and answered. When a log is
/// begun anew is decided here and nowhere else.
/// </summary>
internal sealed class WriterThread : IDisposable
{
    // Rows; some megabytes of log. Often, so that there is never much to copy at once.
    private const int ChangesBetweenCheckpoints = 4_000;

    // Under load somebody has always written since the copying began, and a log is begun anew only when all of it was copied: now
    // and then the writer copies the rest itself. 4 KB each.
    private const int LongLog = 8_000;

    private static readonly TimeSpan IdleAfter = TimeSpan.FromMilliseconds(200);

    private readonly WriteQueue _queue = new();
    private readonly DatabaseOptions _options;
    private readonly SqlSession _session;
    private readonly GroupCommit _groups;
    private readonly LogFlusher _flusher;
    private readonly Checkpointer _checkpointer;
    private readonly Thread _thread;
    private int _checkpointed;

    public WriterThread(DatabaseOptions options, SqlSession session)
    {
        _options = options;
        _session = session;
        var log = GatheredLog.Of(session.Connection);
        _groups = new GroupCommit(options, session, log);
        _flusher = new LogFlusher(options, log, _queue);
        _checkpointer = new Checkpointer(options);
        _thread = new Thread(Loop) { IsBackground = true, Name = "store-writer" };
        _thread.Start();
    }

    // Rows changed since the file was opened, also by triggers; goes round after two thousand million.
    private int Changes => SQLitePCL.raw.sqlite3_total_changes(_session.Connection.Handle!);

    public Task<T> Submit<T>(Func<SqlSession, T> work, CancellationToken cancellationToken)
    {
        var request = new WriteRequest<T>(work, cancellationToken);
        return _queue.Add(request) switch
        {
            null => request.Answer,
            FactoryException broken => throw broken,
            var closed => throw new FactoryException($"{_options.Path} is closed.", "The factory is shutting down; try again when it is up.", true, closed),
        };
    }

    public void Dispose()
    {
        _queue.Close();
        _thread.Join();
        _flusher.Dispose();
        _checkpointer.Dispose();
        Rest();
        Checkpointer.Copy(_options, _session, "TRUNCATE");
        _session.Dispose();
    }

    private void Loop()
    {
        var restless = false;
        while (_queue.TryFirst(restless ? IdleAfter : Timeout.InfiniteTimeSpan, out var first) is { } found)
        {
            restless = found;
            if (!found)
            {
                Rest();
                continue;
            }

            _flusher.Take(_groups.Commit(first!, _queue));
            if (!_checkpointer.IsBusy && unchecked(Changes - _checkpointed) >= ChangesBetweenCheckpoints)
                Checkpoint();
        }
    }

    private void Checkpoint()
    {
        if (_checkpointer.LogPages >= LongLog)
            _checkpointer.Finish(_session);
        else
            _checkpointer.Begin();
        _checkpointed = Changes;
    }

    private void Rest()
    {
        Log.Guard(_options, _options.Idle);
        if (Changes == _checkpointed)
            return;
        Checkpointer.Copy(_options, _session);
        _checkpointed = Changes;
    }
}
