using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Anchors each commit before anybody is told of it, and closes the store for writing when the chain does not hold.</summary>
internal sealed class ChainGuard(MissionControlOptions options, EventLog events) : IDisposable
{
    private static readonly TimeSpan Behind = TimeSpan.FromMilliseconds(500);

    private readonly HeadAnchor _anchor = new(options.Path, options.AtStep);

    // The anchor's file: groups reach the disk on one thread while the writer rests on another.
    private readonly Lock _gate = new();

    // Of the newest commit, on the disk or on its way; the writer's alone.
    private AnchoredHead _written;
    private long? _committing;

    private long _flushed = options.Time.GetTimestamp();
    private bool _flushIsDue;

    /// <summary>Why nothing may be written, or null.</summary>
    public string? Alarm { get; private set; }

    /// <summary>How far the events are on the disk.</summary>
    public DurableMark Mark { get; } = new();

    public void Check(Database database)
    {
        var report = database.Read(sql => ChainVerifier.FromAnchor(sql, _anchor));
        if (!report.IsSound)
        {
            Alarm = $"the event chain does not hold: {report.Problem}";
            Log.ReadOnly(options.Logger, Alarm);
            return;
        }

        Begin(database);
    }

    public ChainReport Whole(Database database) => database.Read(sql => ChainVerifier.Whole(sql, _anchor));

    /// <summary>Makes the chain as it is now the true one: a person's decision after looking at the report.</summary>
    public void Accept(Database database)
    {
        Begin(database);
        Alarm = null;
    }

    /// <exception cref="FactoryException">The chain does not hold.</exception>
    public void RefuseWhenAlarmed()
    {
        if (Alarm is not null)
        {
            throw new FactoryException(
                $"The store is open for reading only: {Alarm}.",
                "Look with `alai db check`; restore the newest backup with `alai db restore`, or accept what is there with `alai db check --accept`.");
        }
    }

    /// <summary>Inside the transaction of a group: one without events is counted, so that its loss is noticed too.</summary>
    public void Committing(SqlSession sql)
    {
        _committing = _written.Commit;
        if (events.Head is { } head && head.Sequence > _written.Sequence)
        {
            Mark.Commits(head.Sequence);
            return;
        }

        _committing++;
        sql.Run("UPDATE store_commit SET number=$1 WHERE id=1", _committing);
    }

    /// <summary>After a roll-back: what was cached from it is void.</summary>
    public void RolledBack()
    {
        _committing = null;
        events.Forget();
        Mark.RolledBack(_written.Sequence);
    }

    /// <summary>After a group commit, on the writer's thread.</summary>
    /// <returns>What anchors it, for the moment it is on the disk.</returns>
    public Action? Committed()
    {
        if (Alarm is not null || _committing is not { } commit)
            return null;
        _committing = null;
        var head = events.Head ?? (_written.Sequence, _written.Hash);
        var written = _written = new AnchoredHead(head.Sequence, head.Hash, commit);
        return () => Anchor(written);
    }

    /// <summary>When the writer rests: makes the anchor survive the machine.</summary>
    public void Flush()
    {
        lock (_gate)
            FlushNow();
    }

    public void Dispose() => _anchor.Dispose();

    // Before anybody is told of the commit; the anchor itself is flushed soon after.
    private void Anchor(AnchoredHead head)
    {
        lock (_gate)
        {
            _anchor.Write(head);
            _flushIsDue = true;
            if (options.Time.GetElapsedTime(_flushed) >= Behind)
                FlushNow();
        }

        if (head.Sequence <= Mark.Durable)
            return;
        Mark.Reached(head.Sequence);
        options.Appended?.Invoke(head.Sequence);
    }

    private void FlushNow()
    {
        if (!_flushIsDue)
            return;
        _anchor.Flush();
        _flushIsDue = false;
        _flushed = options.Time.GetTimestamp();
    }

    private void Begin(Database database)
    {
        _written = database.Read(sql =>
        {
            var (sequence, hash) = new EventLog().ReadHead(sql);
            return new AnchoredHead(sequence, hash, ChainVerifier.Commits(sql));
        });
        lock (_gate)
            _anchor.Replace(_written);
        Mark.Commits(_written.Sequence);
        Mark.Reached(_written.Sequence);
    }
}
