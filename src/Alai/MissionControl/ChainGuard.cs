using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Keeps the anchor at most a second behind the commits, and closes the store for writing when the chain does not hold.</summary>
internal sealed class ChainGuard(MissionControlOptions options, EventLog events)
{
    private static readonly TimeSpan Behind = TimeSpan.FromMilliseconds(500);

    private readonly HeadAnchor _anchor = new(options.Path);
    private long _anchored;
    private long _told;
    private long _written = options.Time.GetTimestamp();

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

        var head = database.Read(new EventLog().ReadHead);
        _anchor.Write(head);
        _anchored = _told = head.Sequence;
    }

    public ChainReport Whole(Database database) => database.Read(sql => ChainVerifier.Whole(sql, _anchor));

    /// <summary>Makes the chain as it is now the true one: a person's decision after looking at the report.</summary>
    public void Accept(Database database)
    {
        var head = database.Read(new EventLog().ReadHead);
        _anchor.Write(head);
        _anchored = head.Sequence;
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

    /// <summary>After a group commit: anchors when the last anchor is old.</summary>
    public void Committed()
    {
        if (events.Head is not { } head || Alarm is not null)
            return;
        if (head.Sequence > _told)
        {
            _told = head.Sequence;
            options.Appended?.Invoke(head.Sequence);
        }

        if (options.Time.GetElapsedTime(_written) >= Behind)
            Anchor();
    }

    /// <summary>When the writer rests: anchors what is not anchored.</summary>
    public void Anchor()
    {
        if (Alarm is not null || events.Head is not { } head || head.Sequence == _anchored)
            return;
        _anchor.Write(head);
        _anchored = head.Sequence;
        _written = options.Time.GetTimestamp();
    }
}
