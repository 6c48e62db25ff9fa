using System.Globalization;

namespace Alai.Processes;

/// <summary>One process, never mistaken for a later one with the same number.</summary>
/// <param name="Pid">The process id.</param>
/// <param name="Start">When the kernel started it: clock ticks since boot on Linux, seconds since 1970 on macOS.</param>
/// <param name="Boot">The boot it belongs to.</param>
public sealed record ProcessIdentity(int Pid, long Start, string Boot)
{
    /// <summary>The text form, <c>boot:pid:start</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Boot}:{Pid}:{Start}");

    /// <summary>Reads the text form; null when it is none.</summary>
    public static ProcessIdentity? TryParse(string? text)
    {
        var parts = (text ?? "").Split(':');
        return parts.Length == 3
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? new ProcessIdentity(pid, start, parts[0])
            : null;
    }
}
