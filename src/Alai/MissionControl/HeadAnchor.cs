using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Alai.MissionControl;

/// <summary>
/// The chain's head in a file outside the database. SQLite drops the end of a damaged WAL without a word and then calls itself
/// sound; only something outside can tell that acknowledged events are gone. Two places are written in turn, so one is always whole.
/// </summary>
internal sealed class HeadAnchor(string databasePath, Action<string>? atStep = null) : IDisposable
{
    // A sector each: a write that is torn by a power failure damages one place only.
    private const int Place = 512;

    private readonly string _path = databasePath + ".head";
    private FileStream? _file;
    private int _next;

    public bool Exists => File.Exists(_path);

    /// <summary>What was anchored last, or null when there is no readable anchor.</summary>
    public AnchoredHead? Read()
    {
        atStep?.Invoke("anchor read");
        if (!Exists)
            return null;
        using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.ASCII);
        AnchoredHead? newest = null;
        foreach (var line in reader.ReadToEnd().Split('\n'))
        {
            if (Parse(line.TrimEnd('\0', ' ')) is { } head && (newest is not { } best || (head.Sequence, head.Commit).CompareTo((best.Sequence, best.Commit)) > 0))
                newest = head;
        }

        atStep?.Invoke("anchor read");
        return newest;
    }

    /// <summary>Writes the head where the older of the two stands. It outlives this process at once, and the machine once <see cref="Flush"/> returned.</summary>
    public void Write(AnchoredHead head)
    {
        atStep?.Invoke("anchor");
        _file ??= new FileStream(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        Span<byte> place = stackalloc byte[Place];
        place.Fill((byte)' ');
        place[^1] = (byte)'\n';
        Encoding.ASCII.GetBytes(Line(head), place);
        RandomAccess.Write(_file.SafeFileHandle, place, _next * Place);
        _next = 1 - _next;
        atStep?.Invoke("anchor");
    }

    /// <summary>Makes what was written survive the machine.</summary>
    public void Flush()
    {
        atStep?.Invoke("anchor flush");
        _file?.Flush(true);
        atStep?.Invoke("anchor flush");
    }

    /// <summary>Makes this the only head, whatever stood there: after a start, or when a person accepted what is left.</summary>
    public void Replace(AnchoredHead head)
    {
        Dispose();
        var beside = _path + ".next";
        using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.Read))
        {
            file.Write(Encoding.ASCII.GetBytes(Line(head).PadRight(Place - 1) + "\n"));
            file.Flush(true);
        }

        atStep?.Invoke("anchor replaced");
        File.Move(beside, _path, overwrite: true);
        atStep?.Invoke("anchor replaced");
        _next = 1;
    }

    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
    }

    private static string Line(AnchoredHead head)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{head.Sequence} {Convert.ToHexStringLower(head.Hash)} {head.Commit}");
        return text + " " + Sum(text);
    }

    private static string Sum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)).AsSpan(0, 4));

    // The first form had neither the commit nor the sum: it was replaced whole each time.
    private static AnchoredHead? Parse(string line) => line.Split(' ') switch
    {
        [var sequence, var hash, var commit, var sum] when Sum($"{sequence} {hash} {commit}") == sum => Of(sequence, hash, commit),
        [var sequence, var hash] => Of(sequence, hash, "0"),
        _ => null,
    };

    private static AnchoredHead? Of(string sequence, string hash, string commit) =>
        long.TryParse(sequence, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(commit, CultureInfo.InvariantCulture, out var group)
        && hash.Length > 0 && hash.Length % 2 == 0 && hash.All(char.IsAsciiHexDigit)
            ? new AnchoredHead(number, Convert.FromHexString(hash), group)
            : null;
}
