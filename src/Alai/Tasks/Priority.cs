namespace Alai.Tasks;

/// <summary>How urgent a task is; the lower value is claimed first.</summary>
public enum Priority
{
    /// <summary>Stops everything else.</summary>
    Blocker,

    /// <summary>Before ordinary work.</summary>
    High,

    /// <summary>Ordinary work; the default.</summary>
    Medium,

    /// <summary>When nothing else waits.</summary>
    Low,
}
