namespace Alai.Sandbox;

/// <summary>What one sandboxed command may use; null means no limit.</summary>
public sealed record SandboxLimits
{
    /// <summary>Processes and threads of the sandbox at one time; the kernel does not hold a daemon that runs as root to it.</summary>
    public int? Processes { get; init; } = 4096;

    /// <summary>Bytes of the largest file it may write.</summary>
    public long? FileBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>Processor seconds of each process.</summary>
    public int? CpuSeconds { get; init; } = 3600;

    /// <summary>Bytes of writable memory of each process (RLIMIT_DATA: reserved address space does not count).</summary>
    public long? MemoryBytes { get; init; } = 16L * 1024 * 1024 * 1024;

    /// <summary>Bytes of the temporary directory, which lives in memory.</summary>
    public long TemporaryBytes { get; init; } = 2L * 1024 * 1024 * 1024;
}
