using System.Globalization;

namespace Alai.Storage;

/// <summary>One process of one boot, told apart from any other for ever: never a host name, never a bare pid.</summary>
/// <param name="BootId">The kernel's id of this boot.</param>
/// <param name="Pid">The process.</param>
/// <param name="StartedAt">Its start time as the kernel counts it; pids come back, this pair does not.</param>
/// <param name="Nonce">Chance, and the name of its lock file.</param>
public sealed record OwnerIdentity(string BootId, int Pid, long StartedAt, string Nonce)
{
    /// <summary>This process, with a new nonce.</summary>
    public static OwnerIdentity Current() => new(
        Boot(),
        Environment.ProcessId,
        StartOf(Environment.ProcessId) ?? 0,
        Guid.NewGuid().ToString("n", CultureInfo.InvariantCulture));

    /// <summary>Reads the form <see cref="ToString"/> writes, or null when it is something else.</summary>
    public static OwnerIdentity? TryParse(string text) =>
        text.Split(':') is [var boot, var pid, var start, var nonce]
        && int.TryParse(pid, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(start, CultureInfo.InvariantCulture, out var started)
        && nonce.Length > 0 && nonce.All(char.IsAsciiLetterOrDigit)
            ? new OwnerIdentity(boot, number, started, nonce)
            : null;

    /// <summary>The form rows carry: <c>boot:pid:start:nonce</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{BootId}:{Pid}:{StartedAt}:{Nonce}");

    /// <summary>The id of the running boot.</summary>
    internal static string Boot()
    {
        const string file = "/proc/sys/kernel/random/boot_id";
        return File.Exists(file) ? File.ReadAllText(file).Trim() : "boot";
    }

    /// <summary>When a process started, in the kernel's ticks since boot, or null when there is no such process.</summary>
    internal static long? StartOf(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/stat");

            // The name in brackets may hold spaces and brackets; the fields after it do not. The start time is field 22.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return long.Parse(fields[19], CultureInfo.InvariantCulture);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
