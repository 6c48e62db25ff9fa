using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Anchors each commit before anybody is told of it, and closes the store for writing when the chain does not hold.</summary>
internal sealed class ChainGuard(MissionControlOptions options, EventLog events) : IDisposable
{
    private static readonly TimeSpan Behind = TimeSpan.FromMilliseconds(500);

    private readonly HeadAnchor _anchor = new(options.Path, options.AtStep);
    private AnchoredHead _written;
    private long? _committing;
    private long _told;
    private long _flushed = options.Time.GetTimestamp();
    private bool _flushIsDue;

    /// <summary>Why nothing may be written, or null.</summary>
    public string? Alarm { get; private set; }

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
        _told = _written.Sequence;
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
            return;
        _committing++;
        sql.Run("UPDATE store_commit SET number=$1 WHERE id=1", _committing);
    }

    /// <summary>After a roll-back: what was cached from it is void.</summary>
    public void RolledBack()
    {
        _committing = null;
        events.Forget();
    }

    /// <summary>After a group commit and before anybody is told of it: writes the anchor, and sees to it that it is flushed soon.</summary>
    public void Committed()
    {
        if (Alarm is not null || _committing is not { } commit)
            return;
        _committing = null;
        var head = events.Head ?? (_written.Sequence, _written.Hash);
        _written = new AnchoredHead(head.Sequence, head.Hash, commit);
        _anchor.Write(_written);
        _flushIsDue = true;
        if (head.Sequence > _told)
        {
            _told = head.Sequence;
            options.Appended?.Invoke(head.Sequence);
        }

        if (options.Time.GetElapsedTime(_flushed) >= Behind)
            Flush();
    }

    /// <summary>When the writer rests: makes the anchor survive the machine.</summary>
    public void Flush()
    {
        if (!_flushIsDue)
            return;
        _anchor.Flush();
        _flushIsDue = false;
        _flushed = options.Time.GetTimestamp();
    }

    public void Dispose() => _anchor.Dispose();

    private void Begin(Database database)
    {
        _written = database.Read(sql =>
        {
            var (sequence, hash) = new EventLog().ReadHead(sql);
            return new AnchoredHead(sequence, hash, ChainVerifier.Commits(sql));
        });
        _anchor.Replace(_written);
    }
}
