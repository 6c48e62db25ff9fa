namespace Alai.Processes;

/// <summary>The one place that chooses what differs by platform.</summary>
internal static class ProcessPlatform
{
    private static readonly string[] UtilityFolders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin"];

    internal static IProcessTable Table() =>
        OperatingSystem.IsLinux() ? new LinuxProcessTable()
        : OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException("Runs need Linux or macOS; the command line and the dashboard work on Windows.")
        : new PsProcessTable();

    /// <summary>What this machine has to keep a killed daemon from leaving children.</summary>
    internal static Lifeline Lifeline()
    {
        if (!OperatingSystem.IsLinux())
            return new Lifeline(null, null, "no parent-death signal on this platform: children of a killed daemon are reaped at its next start");
        var (session, signal) = (FindUtility("setsid"), FindUtility("setpriv"));
        return new Lifeline(session, signal, session is null || signal is null
            ? "setsid or setpriv is missing (apt-get install util-linux): children of a killed daemon are reaped at its next start only"
            : "");
    }

    private static string? FindUtility(string name) =>
        UtilityFolders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
