namespace Alai.MissionControl;

/// <summary>What a person does to a schedule.</summary>
public enum ScheduleStep
{
    /// <summary>Let it rest.</summary>
    Pause,

    /// <summary>Let it go on from now; what it named meanwhile is passed over.</summary>
    Resume,

    /// <summary>Take it away; what it filed stays.</summary>
    Remove,
}
