namespace Alai.MissionControl;

/// <summary>What becomes of slots nobody was there for.</summary>
public enum MissedRuns
{
    /// <summary>The newest is made up for, the others are passed over; the default.</summary>
    One,

    /// <summary>None is made up for.</summary>
    Skip,

    /// <summary>Each is made up for, up to the most the schedule names.</summary>
    All,
}
