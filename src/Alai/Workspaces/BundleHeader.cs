using System.Text;

namespace Alai.Workspaces;

/// <summary>The lines before the pack of a git bundle, version 2: what it stands on and what it names.</summary>
/// <param name="Stands">Commits the reader must have.</param>
/// <param name="Refs">The refs it names.</param>
/// <param name="Bytes">How many bytes these lines are.</param>
internal sealed record BundleHeader(IReadOnlyList<string> Stands, IReadOnlyList<BundleRef> Refs, long Bytes)
{
    private const string Signature = "# v2 git bundle";
    private const int LongestLine = 4096;

    public static string Text(IEnumerable<string> stands, IEnumerable<BundleRef> refs) =>
        string.Concat([Signature + "\n", .. stands.Select(commit => $"-{commit} \n"), .. refs.Select(one => $"{one.Commit} {one.Name}\n"), "\n"]);

    /// <summary>Reads them; null when the file is no bundle.</summary>
    public static BundleHeader? Read(string file)
    {
        using var stream = new BufferedStream(new FileStream(file, FileMode.Open, FileAccess.Read));
        if (Line(stream) != Signature)
            return null;
        var (stands, refs) = (new List<string>(), new List<BundleRef>());
        while (Line(stream) is { } line)
        {
            if (line.Length == 0)
                return new BundleHeader(stands, refs, stream.Position);
            var word = line[0] == '-' ? line[1..].Split(' ')[0] : line.Split(' ')[0];
            if (word.Length is not (40 or 64) || !word.All(char.IsAsciiHexDigitLower))
                return null;
            if (line[0] == '-')
                stands.Add(word);
            else
                refs.Add(BundleRef.Of(line));
        }

        return null;
    }

    private static string? Line(BufferedStream stream)
    {
        var bytes = new List<byte>();
        while (bytes.Count < LongestLine && stream.ReadByte() is >= 0 and var next)
        {
            if (next == '\n')
                return Encoding.UTF8.GetString([.. bytes]);
            bytes.Add((byte)next);
        }

        return null;
    }
}

/// <summary>A ref and its commit.</summary>
internal sealed record BundleRef(string Commit, string Name)
{
    /// <summary>Whether it is one the factory makes; a bundle from elsewhere may name no other.</summary>
    public bool IsOurs => (Name.StartsWith("refs/heads/alai/", StringComparison.Ordinal) || Name.StartsWith("refs/alai/", StringComparison.Ordinal))
        && !Name.StartsWith(RepositoryBundle.Upstream, StringComparison.Ordinal) && !Name.StartsWith(RepositoryBundle.Returning, StringComparison.Ordinal)
        && !Name.Any(char.IsControl) && !Name.Contains(' ', StringComparison.Ordinal);

    /// <summary>From <c>COMMIT NAME</c>.</summary>
    public static BundleRef Of(string line)
    {
        var at = line.IndexOf(' ', StringComparison.Ordinal);
        return at < 0 ? new BundleRef(line, "") : new BundleRef(line[..at], line[(at + 1)..]);
    }
}
