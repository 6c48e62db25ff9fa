using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alai.MissionControl;

/// <summary>Where the store is and what it is given.</summary>
public sealed record MissionControlOptions
{
    /// <summary>The database file, for example <c>HOME/data/alai.db</c>; its folder must exist.</summary>
    public required string Path { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The ceilings in force now; asked at each reservation, so an edit counts at once.</summary>
    public Func<PaidCeilings> Ceilings { get; init; } = () => PaidCeilings.None;

    /// <summary>The safety rules' fingerprint in force now, so that an approval of another text is refused at once; null leaves that to the door.</summary>
    public Func<string>? RulesFingerprint { get; init; }

    /// <summary>Takes secrets out of reasons, notes, check output and comments before they are stored.</summary>
    public Func<string, string> Redact { get; init; } = text => text;

    /// <summary>Told the newest event's sequence number after each commit that wrote events; must be quick and must not throw.</summary>
    public Action<long>? Appended { get; init; }

    /// <summary>
    /// Told of each root that was filed open as soon as readers can see it: a power cut may still undo it, with all that follows from
    /// it. On the writer's thread; must be quick and must not throw.
    /// </summary>
    public Action<FreshRoot>? Filed { get; init; }

    /// <summary>Called before a store of an older schema is changed; what it throws leaves it as it was.</summary>
    public Action<Storage.SchemaChange>? BeforeMigration { get; init; }

    /// <summary>Called when the disk is full; true when it made room, and then the write is tried once more.</summary>
    public Func<bool>? DiskFull { get; init; }

    /// <summary>Whether the runtime was told not to lock files; refused.</summary>
    public bool FileLockingDisabled { get; init; }

    /// <summary>How long to wait for another process to let the store go.</summary>
    public TimeSpan LockPatience { get; init; }

    /// <summary>At most this many stage tasks and follow-ups under one root.</summary>
    public int MostChildren { get; init; } = 24;

    /// <summary>At most this many generations of roots that file roots.</summary>
    public int MostGenerations { get; init; } = 3;

    /// <summary>Called before and after each statement of the writer and each write of the anchor: where a test ends the process.</summary>
    internal Action<string>? AtStep { get; init; }

    /// <summary>Where trouble is logged.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;
}
