using System.Runtime.InteropServices;

namespace Alai.Processes;

/// <summary>The one system call .NET does not offer: a signal other than SIGKILL.</summary>
internal static class NativeMethods
{
    internal const int Interrupt = 2;
    internal const int Kill = 9;
    internal const int Terminate = 15;

    /// <summary>kill(2); 0 when the signal was sent.</summary>
    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int Signal(int pid, int signal);
}
