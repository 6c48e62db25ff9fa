using Microsoft.Data.Sqlite;

namespace Alai.Storage;

/// <summary>Runs a group of writes in one transaction, and finds the ones that fail without costing the others anything.</summary>
/// <param name="options">What happens around commits.</param>
/// <param name="session">The writer's.</param>
/// <param name="log">Its log, or null where SQLite flushes inside its own COMMIT.</param>
internal sealed class GroupCommit(DatabaseOptions options, SqlSession session, GatheredLog? log)
{
    /// <summary>Commits what arrives, beginning with one request. Nobody is told; the log may still have to be flushed.</summary>
    public CommittedGroup Commit(WriteRequest first, WriteQueue queue)
    {
        var group = new CommittedGroup();

        // Most groups hold no write that fails: those need no savepoint each, which would copy every page that two of them touch.
        if (TryPlain(first, queue, group) || TryWithRoom(group) is not { } failed)
            return group;
        if (group.Requests.Count == 1)
        {
            group.Requests[0].Fail(failed);
            return group;
        }

        // The whole group was rolled back: each runs alone, so that one full disk or one bad write costs only its own.
        Log.GroupFailed(options.Logger, group.Requests.Count, options.Path, failed.Message);
        foreach (var request in group.Requests)
        {
            if (TryCommit([request], group) is { } alone)
                request.Fail(alone);
        }

        return group;
    }

    /// <returns>Whether the group is committed; otherwise nothing of it is, and it is run again with care.</returns>
    private bool TryPlain(WriteRequest first, WriteQueue queue, CommittedGroup group)
    {
        try
        {
            session.Run("BEGIN IMMEDIATE");
            var request = first;
            do
            {
                group.Requests.Add(request!);
                if (request!.Run(session) is not null)
                {
                    RollBack();
                    return false;
                }
            }
            while (queue.TryMore(group.Requests.Count, out request));

            Commit(group);
            return true;
        }
        catch (SqliteException)
        {
            if (group.Requests.Count == 0)
                group.Requests.Add(first);
            RollBack();
            return false;
        }
    }

    // What is under way may end: on a full disk the room kept for this moment is given up, and the group goes once more.
    private Exception? TryWithRoom(CommittedGroup group)
    {
        var failed = TryCommit(group.Requests, group);
        return StorageErrors.IsDiskFull(failed) && MakeRoom() ? TryCommit(group.Requests, group) : failed;
    }

    /// <returns>Null when the group is committed; else why all of it was rolled back.</returns>
    private Exception? TryCommit(IReadOnlyList<WriteRequest> requests, CommittedGroup group)
    {
        try
        {
            session.Run("BEGIN IMMEDIATE");
            foreach (var request in requests)
            {
                if (RunOne(request) is { } lost)
                    return lost;
            }

            Commit(group);
            return null;
        }
        catch (SqliteException problem)
        {
            RollBack();
            return StorageErrors.Translate(problem, options.Path);
        }
    }

    private void Commit(CommittedGroup group)
    {
        options.Committing?.Invoke(session);
        log?.Defer(true);
        try
        {
            session.Run("COMMIT");
        }
        finally
        {
            log?.Defer(false);
        }

        Action? kept = null;
        Hook(() => kept = options.Committed?.Invoke());
        if (kept is not null)
            group.Kept.Add(kept);
    }

    private void RollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(session.Connection.Handle) == 0)
            session.Run("ROLLBACK");
        Hook(options.RolledBack);
    }

    /// <returns>Null when the transaction goes on, with or without this write.</returns>
    private Exception? RunOne(WriteRequest request)
    {
        session.Run("SAVEPOINT one");
        if (request.Run(session) is not { } problem)
        {
            session.Run("RELEASE one");
            return null;
        }

        var told = problem is SqliteException sqlite ? StorageErrors.Translate(sqlite, options.Path) : problem;

        // The whole group waits for room together.
        if (StorageErrors.IsDiskFull(told) && SQLitePCL.raw.sqlite3_get_autocommit(session.Connection.Handle) == 0)
            session.Run("ROLLBACK");

        // A full disk and the like roll the whole transaction back by themselves.
        if (SQLitePCL.raw.sqlite3_get_autocommit(session.Connection.Handle) != 0)
        {
            Hook(options.RolledBack);
            return told;
        }

        session.Run("ROLLBACK TO one");
        session.Run("RELEASE one");
        request.Fail(told);
        return null;
    }

    private bool MakeRoom()
    {
        var made = false;
        Hook(() => made = options.DiskFull?.Invoke() == true);
        return made;
    }

    private void Hook(Action? hook) => Log.Guard(options, hook);
}
