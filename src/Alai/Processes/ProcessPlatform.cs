namespace Alai.Processes;

/// <summary>The one place that chooses what differs by platform.</summary>
internal static class ProcessPlatform
{
    private static readonly string[] UtilityFolders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin"];

    /// <summary>The signal in <see cref="Lifeline"/> that a child gets when its parent dies.</summary>
    internal const string AtDeath = "KILL";

    internal static IProcessTable Table() =>
        OperatingSystem.IsLinux() ? new LinuxProcessTable()
        : OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException("Runs need Linux or macOS; the command line and the dashboard work on Windows.")
        : new PsProcessTable();

    /// <summary>
    /// What stands before every command: a session of its own (so that the tree can be found) and a signal at the
    /// parent's death (so that a killed daemon leaves no children).
    /// </summary>
    /// <returns>The prefix, and what is missing, in words, or empty.</returns>
    internal static (IReadOnlyList<string> Prefix, string Missing) Lifeline()
    {
        if (!OperatingSystem.IsLinux())
            return ([], "no parent-death signal on this platform: children of a killed daemon are reaped at its next start");
        var session = FindUtility("setsid");
        var signal = FindUtility("setpriv");
        List<string> prefix = [];
        if (session is not null)
            prefix.Add(session);
        if (signal is not null)
            prefix.AddRange([signal, "--pdeathsig", AtDeath, "--"]);
        return (prefix, session is null || signal is null
            ? "setsid or setpriv is missing (apt-get install util-linux): children of a killed daemon are reaped at its next start only"
            : "");
    }

    private static string? FindUtility(string name) =>
        UtilityFolders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
