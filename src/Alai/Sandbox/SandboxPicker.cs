using Alai.Processes;

namespace Alai.Sandbox;

/// <summary>The one place that chooses a backend by platform.</summary>
public sealed class SandboxPicker(ChildProcesses processes, SandboxMachine machine)
{
    /// <summary>The backend of this platform, or null when it is not installed; <see cref="SandboxAdvice.Missing"/> says what to do.</summary>
    public ISandbox? Pick()
    {
        if (OperatingSystem.IsLinux())
        {
            return ExecutablePath.Find("bwrap", machine.SearchPath + ":/usr/bin:/usr/local/bin", "/") is { } found
                ? new BubblewrapSandbox(processes, machine, found)
                : null;
        }

        return OperatingSystem.IsMacOS() && File.Exists(SeatbeltSandbox.Program) ? new SeatbeltSandbox(processes, machine) : null;
    }

    /// <summary>No isolation, for a person who asked for it in words.</summary>
    public ISandbox Unsandboxed() => new NoSandbox(processes, machine);
}
