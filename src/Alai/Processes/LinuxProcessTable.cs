using System.Globalization;
using System.Text;

namespace Alai.Processes;

/// <summary>Reads <c>/proc</c> (proc(5)).</summary>
internal sealed class LinuxProcessTable : IProcessTable
{
    private const int WideRange = 500;

    public string Boot { get; } = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();

    public IReadOnlyList<ProcessRow> Read()
    {
        var rows = new List<ProcessRow>(256);
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
                && Find(pid) is { } row)
                rows.Add(row);
        }

        return rows;
    }

    // The kernel gives numbers out in order and tells the last one: after a short run there are few to look at, while
    // reading the whole table takes longer than most commands.
    public IReadOnlyList<ProcessRow> ReadSince(int pid)
    {
        var last = int.TryParse(File.ReadAllText("/proc/loadavg").Trim().Split(' ')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (last < pid || last - pid > WideRange)
            return Read();
        var rows = new List<ProcessRow>();
        for (var next = pid; next <= last; next++)
        {
            if (Find(next) is { } row)
                rows.Add(row);
        }

        return rows;
    }

    public ProcessRow? Find(int pid)
    {
        if (ReadText(pid, "stat") is not { Length: > 0 } text)
            return null;

        // The name stands in brackets and may itself hold spaces and brackets: count from the last one.
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = text.LastIndexOf(')');
        if (open < 0 || close < open)
            return null;
        var fields = text[(close + 2)..].Split(' ');
        if (fields.Length < 20 || fields[0] is "Z" or "X")
            return null;
        return new ProcessRow(
            pid, Number(fields[1]), Number(fields[2]), Number(fields[3]),
            long.Parse(fields[19], CultureInfo.InvariantCulture), text[(open + 1)..close]);
    }

    public bool HasInEnvironment(int pid, string text) =>
        ReadText(pid, "environ")?.Contains(text, StringComparison.Ordinal) ?? false;

    private static int Number(string field) => int.Parse(field, CultureInfo.InvariantCulture);

    private static string? ReadText(int pid, string file)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/{file}");

        // Most numbers of a range are free; an exception for each would cost more than the rest.
        if (!File.Exists(path))
            return null;
        try
        {
            return File.ReadAllText(path, Encoding.Latin1);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
