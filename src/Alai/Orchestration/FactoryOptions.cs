using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alai.Orchestration;

/// <summary>What Host tells the factory about the world; the factory reads neither clock, chance nor environment itself.</summary>
public sealed record FactoryOptions
{
    /// <summary>The home folder: <c>alai.yaml</c>, <c>companies/</c>, <c>products/</c>, <c>data/</c>.</summary>
    public required string Home { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Chance, for jitter only.</summary>
    public required Random Random { get; init; }

    /// <summary>Where logs go.</summary>
    public ILoggerFactory Logs { get; init; } = NullLoggerFactory.Instance;

    /// <summary>The few environment values the factory may know: <c>PATH</c>, <c>HOME</c>, <c>LANG</c>, <c>OLLAMA_HOST</c>.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether runs may go on without a sandbox; recorded on each of them, and none of them lands by itself.</summary>
    public bool AllowUnsandboxed { get; init; }

    /// <summary>Whether results of unsandboxed runs may land by themselves: the rehearsal's scripted agent on its own product alone.</summary>
    public bool AllowUnsandboxedLanding { get; init; }

    /// <summary>How long to wait for another process to let the home go; zero refuses at once.</summary>
    public TimeSpan LockPatience { get; init; }

    /// <summary>Whether the runtime was told not to lock files; refused.</summary>
    public bool FileLockingDisabled { get; init; }

    /// <summary>The program that stands between a sandbox's loopback and the daemon's doors; null where there is none.</summary>
    public Sandbox.SandboxRelay? Relay { get; init; }

    /// <summary>Makes what opens doors to paid models; null holds what would go there, for no key may enter a sandbox.</summary>
    internal Func<FactoryParts, Minions.IPaidModels>? PaidModels { get; init; }

    /// <summary>How full the disk of a folder is; tests say otherwise.</summary>
    internal Func<string, DiskSpace> Disk { get; init; } = DiskSpace.Of;

    /// <summary>Called at every point where a kill must do no harm; tests stop the factory there.</summary>
    internal Func<string, Task> AtPoint { get; init; } = _ => Task.CompletedTask;

    /// <summary>Called before and after each statement of the store's writer; tests end the process there.</summary>
    internal Action<string>? AtStep { get; init; }

    /// <summary>The variables git gets: the search path, and what remotes need.</summary>
    internal IReadOnlyDictionary<string, string> GitEnvironment() => Environment
        .Where(pair => pair.Key is "PATH" or "HOME" or "SSH_AUTH_SOCK" or "LANG")
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>What the sandbox must know of the machine.</summary>
    internal Sandbox.SandboxMachine SandboxMachine() => new(
        Environment.GetValueOrDefault("HOME", Path.GetTempPath()),
        Environment.GetValueOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin"),
        Path.Combine(Home, "data", "sandbox")) { Relay = Relay };
}
