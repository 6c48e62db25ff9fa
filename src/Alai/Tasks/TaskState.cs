namespace Alai.Tasks;

/// <summary>The five states of a task. Why an open task is not running is derived, never stored.</summary>
public enum TaskState
{
    /// <summary>May be worked on; a root is open while a stage works on it.</summary>
    Open,

    /// <summary>A run is under way.</summary>
    Running,

    /// <summary>Waits for somebody; always has a <see cref="Hold"/>.</summary>
    Held,

    /// <summary>Finished, and proved where proof applies.</summary>
    Done,

    /// <summary>Given up by a person.</summary>
    Cancelled,
}
