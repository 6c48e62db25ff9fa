namespace Alai.Processes;

/// <summary>What happens to a child when the daemon dies before it has ended.</summary>
public enum DaemonsDeath
{
    /// <summary>It is killed at once.</summary>
    Kills,

    /// <summary>It is asked to end, and may tidy up: git takes its locks away. Never for agents.</summary>
    Ends,

    /// <summary>It finishes: what it does is short, and half done would be worse than done. Never for agents.</summary>
    LetsFinish,
}
