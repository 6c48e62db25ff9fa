namespace Alai.Processes;

/// <summary>How a child process ended.</summary>
public enum ChildProcessEnd
{
    /// <summary>By itself, with an exit code or by a signal.</summary>
    Exited,

    /// <summary>Killed after its time.</summary>
    TimedOut,

    /// <summary>Killed because the caller cancelled.</summary>
    Cancelled,

    /// <summary>Never started; <see cref="ChildProcessResult.Reason"/> says why.</summary>
    CouldNotStart,
}
