using System.Collections.Concurrent;
using System.Diagnostics;
using Alai.Tasks;
using Microsoft.Data.Sqlite;

namespace Alai.Storage;

/// <summary>The only thread that writes: takes what waits, commits it as one group, answers everybody.</summary>
internal sealed class WriterThread : IDisposable
{
    private const int LargestGroup = 512;

    // Rows; some megabytes of WAL. The writer checkpoints itself so that no other connection ever resets the WAL, and often, so
    // that nobody waits long for it.
    private const int ChangesBetweenCheckpoints = 4_000;

    // Callers that were just answered come back within this; going without them would cost each of them a flush of the disk.
    private static readonly TimeSpan Gathering = TimeSpan.FromMicroseconds(200);

    // After this long nobody comes back: who is there now is somebody else.
    private static readonly TimeSpan Forgetting = TimeSpan.FromMilliseconds(1);

    // A checkpoint flushes the disk several times: not while somebody may come back.
    private static readonly TimeSpan IdleAfter = TimeSpan.FromMilliseconds(200);

    private readonly BlockingCollection<WriteRequest> _waiting = [];
    private readonly DatabaseOptions _options;
    private readonly SqlSession _session;
    private readonly Thread _thread;
    private int _checkpointed;
    private int _crowd;
    private long _answered;

    public WriterThread(DatabaseOptions options, SqlSession session)
    {
        _options = options;
        _session = session;
        _thread = new Thread(Loop) { IsBackground = true, Name = "store-writer" };
        _thread.Start();
    }

    // Rows changed since the file was opened, also by triggers; goes round after two thousand million.
    private int Changes => SQLitePCL.raw.sqlite3_total_changes(_session.Connection.Handle!);

    public Task<T> Submit<T>(Func<SqlSession, T> work, CancellationToken cancellationToken)
    {
        var request = new WriteRequest<T>(work, cancellationToken);
        try
        {
            _waiting.Add(request, cancellationToken);
        }
        catch (Exception problem) when (problem is InvalidOperationException or ObjectDisposedException)
        {
            throw new FactoryException($"{_options.Path} is closed.", "The factory is shutting down; try again when it is up.", true, problem);
        }

        return request.Answer;
    }

    public void Dispose()
    {
        _waiting.CompleteAdding();
        _thread.Join();
        _waiting.Dispose();
    }

    private void Loop()
    {
        var restless = false;
        while (!_waiting.IsCompleted)
        {
            if (!_waiting.TryTake(out var first, restless ? IdleAfter : Timeout.InfiniteTimeSpan))
            {
                restless = false;
                Rest();
                continue;
            }

            if (Stopwatch.GetElapsedTime(_answered) > Forgetting)
                _crowd = 0;
            CommitGroup(first);
            _answered = Stopwatch.GetTimestamp();
            restless = true;
            if (unchecked(Changes - _checkpointed) >= ChangesBetweenCheckpoints)
                Checkpoint("PASSIVE");
        }

        Rest();
        Checkpoint("TRUNCATE");
        _session.Dispose();
    }

    // Who comes while others are written is written with them. With one caller nothing is waited for: the crowd is as many as came
    // last time, less one for each that stayed away.
    private IEnumerable<WriteRequest> Arriving(WriteRequest first, List<WriteRequest> group)
    {
        group.Add(first);
        yield return first;
        var spin = default(SpinWait);
        long waits = 0;
        while (group.Count < LargestGroup)
        {
            if (_waiting.TryTake(out var more))
            {
                waits = 0;
                group.Add(more);
                yield return more;
            }
            else if (group.Count >= _crowd || (waits != 0 && Stopwatch.GetElapsedTime(waits) > Gathering))
            {
                break;
            }
            else
            {
                waits = waits == 0 ? Stopwatch.GetTimestamp() : waits;
                spin.SpinOnce(sleep1Threshold: -1);
            }
        }

        _crowd = Math.Max(group.Count, _crowd - 1);
    }

    private void Rest()
    {
        Hook(_options.Idle);
        if (Changes != _checkpointed)
            Checkpoint("PASSIVE");
    }

    private void CommitGroup(WriteRequest first)
    {
        var group = new List<WriteRequest>(_crowd + 1);

        // Most groups hold no write that fails: those need no savepoint each, which would copy every page that two of them touch.
        if (TryPlain(first, group) || TryWithRoom(group) is not { } failed)
        {
            Hook(_options.Committed);
        }
        else if (group.Count > 1)
        {
            // The whole group was rolled back: each runs alone, so that one full disk or one bad write costs only its own.
            Log.GroupFailed(_options.Logger, group.Count, _options.Path, failed.Message);
            foreach (var request in group)
            {
                if (TryCommit([request]) is { } alone)
                    request.Fail(alone);
                else
                    Hook(_options.Committed);
            }
        }
        else
        {
            group[0].Fail(failed);
        }

        foreach (var request in group)
            request.Tell();
    }

    /// <returns>Whether the group is committed; otherwise nothing of it is, and it is run again with care.</returns>
    private bool TryPlain(WriteRequest first, List<WriteRequest> group)
    {
        try
        {
            _session.Run("BEGIN IMMEDIATE");
            foreach (var request in Arriving(first, group))
            {
                if (request.Run(_session) is not null)
                {
                    RollBack();
                    return false;
                }
            }

            Commit();
            return true;
        }
        catch (SqliteException)
        {
            RollBack();
            return false;
        }
    }

    // What is under way may end: on a full disk the room kept for this moment is given up, and the group goes once more.
    private Exception? TryWithRoom(List<WriteRequest> group)
    {
        var failed = TryCommit(group);
        return StorageErrors.IsDiskFull(failed) && MakeRoom() ? TryCommit(group) : failed;
    }

    /// <returns>Null when the group is committed; else why all of it was rolled back.</returns>
    private Exception? TryCommit(List<WriteRequest> group)
    {
        try
        {
            _session.Run("BEGIN IMMEDIATE");
            foreach (var request in group)
            {
                if (RunOne(request) is { } lost)
                    return lost;
            }

            Commit();
            return null;
        }
        catch (SqliteException problem)
        {
            RollBack();
            return StorageErrors.Translate(problem, _options.Path);
        }
    }

    private void Commit()
    {
        _options.Committing?.Invoke(_session);
        _session.Run("COMMIT");
    }

    private void RollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_session.Connection.Handle) == 0)
            _session.Run("ROLLBACK");
        Hook(_options.RolledBack);
    }

    /// <returns>Null when the transaction goes on, with or without this write.</returns>
    private Exception? RunOne(WriteRequest request)
    {
        _session.Run("SAVEPOINT one");
        if (request.Run(_session) is not { } problem)
        {
            _session.Run("RELEASE one");
            return null;
        }

        var told = problem is SqliteException sqlite ? StorageErrors.Translate(sqlite, _options.Path) : problem;

        // The whole group waits for room together.
        if (StorageErrors.IsDiskFull(told) && SQLitePCL.raw.sqlite3_get_autocommit(_session.Connection.Handle) == 0)
            _session.Run("ROLLBACK");

        // A full disk and the like roll the whole transaction back by themselves.
        if (SQLitePCL.raw.sqlite3_get_autocommit(_session.Connection.Handle) != 0)
        {
            Hook(_options.RolledBack);
            return told;
        }

        _session.Run("ROLLBACK TO one");
        _session.Run("RELEASE one");
        request.Fail(told);
        return null;
    }

    private void Checkpoint(string mode)
    {
        try
        {
            _session.Rows($"PRAGMA wal_checkpoint({mode})", row => row.GetInt64(0));
            _checkpointed = Changes;
        }
        catch (SqliteException problem)
        {
            Log.CheckpointFailed(_options.Logger, _options.Path, problem.Message);
        }
    }

    private bool MakeRoom()
    {
        var made = false;
        Hook(() => made = _options.DiskFull?.Invoke() == true);
        return made;
    }

    private void Hook(Action? hook)
    {
        try
        {
            hook?.Invoke();
        }
        catch (Exception problem)
        {
            Log.HookFailed(_options.Logger, _options.Path, problem);
        }
    }
}
