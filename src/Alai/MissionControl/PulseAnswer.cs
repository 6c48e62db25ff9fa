namespace Alai.MissionControl;

/// <summary>Whether a run may go on.</summary>
public enum PulseAnswer
{
    /// <summary>Go on.</summary>
    Continue,

    /// <summary>A person cancelled, paused or took the task: stop, clean up, apply <c>cancelled</c>.</summary>
    Stop,

    /// <summary>The run was taken away: stop, discard, write nothing.</summary>
    Stale,
}
