using System.Runtime.InteropServices;

namespace Alai.Host;

/// <summary>What .NET offers only with a handler, a flush or a courtesy in between.</summary>
internal static class NativeMethods
{
    private const int SigKill = 9;

    /// <summary>Ends this process as a stranger's <c>kill -9</c> would: no handler, no finaliser, no flush.</summary>
    public static void KillSelf()
    {
        _ = Signal(Environment.ProcessId, SigKill);
        Environment.FailFast("SIGKILL did not come");
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int pid, int signal);
}
