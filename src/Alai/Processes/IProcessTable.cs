namespace Alai.Processes;

/// <summary>The machine's processes, as one platform tells of them.</summary>
internal interface IProcessTable
{
    /// <summary>The id of this boot.</summary>
    string Boot { get; }

    /// <summary>This process.</summary>
    ProcessIdentity Self => new(Environment.ProcessId, Find(Environment.ProcessId)?.Start ?? 0, Boot);

    /// <summary>Every process that still runs; the dead that wait to be collected are left out.</summary>
    IReadOnlyList<ProcessRow> Read();

    /// <summary>At least every process with a number given out after this one, as long as numbers have not come round.</summary>
    IReadOnlyList<ProcessRow> ReadSince(int pid);

    /// <summary>One process, or null.</summary>
    ProcessRow? Find(int pid);

    /// <summary>Whether exactly this process still runs.</summary>
    bool IsAlive(ProcessIdentity identity) => identity.Boot == Boot && Find(identity.Pid) is { } row && row.Start == identity.Start;

    /// <summary>Whether a process was started with this text in its environment.</summary>
    bool HasInEnvironment(int pid, string text);
}
