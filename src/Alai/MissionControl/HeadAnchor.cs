using System.Globalization;
using System.Text;

namespace Alai.MissionControl;

/// <summary>
/// The chain's head in a file outside the database. SQLite drops the end of a damaged WAL without a word and then calls itself
/// sound; only something outside can tell that acknowledged events are gone.
/// </summary>
internal sealed class HeadAnchor(string databasePath)
{
    private readonly string _path = databasePath + ".head";

    public bool Exists => File.Exists(_path);

    /// <summary>What was anchored last, or null when there is no readable anchor.</summary>
    public (long Sequence, byte[] Hash)? Read()
    {
        if (!Exists)
            return null;
        return File.ReadAllText(_path).Split(' ', '\n') is [var sequence, { Length: > 0 } hash, ..]
            && long.TryParse(sequence, CultureInfo.InvariantCulture, out var number)
            && hash.All(char.IsAsciiHexDigit) && hash.Length % 2 == 0
                ? (number, Convert.FromHexString(hash))
                : null;
    }

    /// <summary>Writes beside and renames, each on the disk before the next, so there is always one whole anchor.</summary>
    public void Write((long Sequence, byte[] Hash) head)
    {
        var next = _path + ".next";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.Read))
        {
            file.Write(Encoding.ASCII.GetBytes($"{head.Sequence} {Convert.ToHexStringLower(head.Hash)}\n"));
            file.Flush(true);
        }

        File.Move(next, _path, overwrite: true);
    }
}
