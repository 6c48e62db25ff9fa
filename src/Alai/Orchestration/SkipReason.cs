namespace Alai.Orchestration;

/// <summary>Why an open task is not running: derived, counted in every heartbeat row, printed by <c>alai task why</c>.</summary>
public enum SkipReason
{
    /// <summary>Nothing is in the way; the next tick claims it.</summary>
    Ready,

    /// <summary>Dispatch is halted.</summary>
    Halted,

    /// <summary>A file a person edits is broken, and no good version of it is known.</summary>
    BadSettings,

    /// <summary>Outside the hours of the settings.</summary>
    OutsideHours,

    /// <summary>The home's disk has too little room.</summary>
    DiskFull,

    /// <summary>A task it comes after is not done.</summary>
    Dependency,

    /// <summary>A stage works on it, or waits for its turn.</summary>
    InPipeline,

    /// <summary>It waits until a time after a failure.</summary>
    BackOff,

    /// <summary>Its provider's quota ends later.</summary>
    Quota,

    /// <summary>No host serves a model for it.</summary>
    ModelMissing,

    /// <summary>Every slot that could take it is in use.</summary>
    NoCapacity,

    /// <summary>A person works on it.</summary>
    PersonWorking,

    /// <summary>A person touched it a moment ago.</summary>
    Grace,

    /// <summary>The safety rules hold it although its row is open: filed under older rules.</summary>
    SafetyRule,

    /// <summary>No company or route takes it.</summary>
    NoRoute,

    /// <summary>No daemon runs, so nothing is claimed.</summary>
    NoDaemon,
}
