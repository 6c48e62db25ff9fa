using System.Globalization;
using System.Text;

namespace Alai.Processes;

/// <summary>Reads <c>/proc</c> (proc(5)).</summary>
internal sealed class LinuxProcessTable : IProcessTable
{
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
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/{file}"), Encoding.Latin1);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
