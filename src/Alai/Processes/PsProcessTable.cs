using System.Diagnostics;
using System.Globalization;

namespace Alai.Processes;

/// <summary>Asks <c>/bin/ps</c>, for macOS, which has no <c>/proc</c>. Unproven: see docs/platforms.md.</summary>
internal sealed class PsProcessTable : IProcessTable
{
    private const int LongStartFields = 5;

    public PsProcessTable() => Boot = Ask("/usr/sbin/sysctl", "-n", "kern.bootsessionuuid").Trim();

    public string Boot { get; }

    public IReadOnlyList<ProcessRow> Read() =>
        [.. Ask("/bin/ps", "-axo", "pid=,ppid=,pgid=,state=,lstart=,ucomm=").Split('\n').Select(Parse).OfType<ProcessRow>()];

    public IReadOnlyList<ProcessRow> ReadSince(int pid) => Read();

    public ProcessRow? Find(int pid) =>
        Parse(Ask("/bin/ps", "-o", "pid=,ppid=,pgid=,state=,lstart=,ucomm=", "-p", pid.ToString(CultureInfo.InvariantCulture)));

    public bool HasInEnvironment(int pid, string text) =>
        Ask("/bin/ps", "-wwEo", "command=", "-p", pid.ToString(CultureInfo.InvariantCulture)).Contains(text, StringComparison.Ordinal);

    /// <summary>Reads one line of <c>pid ppid pgid state lstart ucomm</c>; lstart has five words.</summary>
    internal static ProcessRow? Parse(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 4 + LongStartFields || words[3].StartsWith('Z'))
            return null;
        var started = string.Join(' ', words[5..(4 + LongStartFields)]);
        if (!DateTime.TryParseExact(started, "MMM d HH:mm:ss yyyy", CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var start))
            return null;
        var group = int.Parse(words[2], CultureInfo.InvariantCulture);
        return new ProcessRow(
            int.Parse(words[0], CultureInfo.InvariantCulture), int.Parse(words[1], CultureInfo.InvariantCulture),
            group, group, new DateTimeOffset(start).ToUnixTimeSeconds(), string.Join(' ', words[(4 + LongStartFields)..]));
    }

    private static string Ask(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        start.Environment["LC_ALL"] = "C";
#pragma warning disable RS0030 // This room is the one that may.
        using var process = Process.Start(start)!;
#pragma warning restore RS0030
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }
}
