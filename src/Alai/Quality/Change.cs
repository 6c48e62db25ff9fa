using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Alai.Quality;

/// <summary>What a run changed, read from the text of <c>git diff --no-renames</c>.</summary>
/// <param name="Files">Every changed file, in the diff's order.</param>
public sealed partial record Change(IReadOnlyList<ChangedFile> Files)
{
    /// <summary>Whether nothing changed.</summary>
    public bool IsEmpty => Files.Count == 0;

    /// <summary>Added and removed lines together.</summary>
    public int Lines => Files.Sum(file => file.Added.Count + file.Removed.Count);

    /// <summary>Reads a unified diff as git prints it. A text without any file header is an empty change.</summary>
    public static Change Parse(string diff)
    {
        var files = new List<ChangedFile>();
        Reader? reader = null;
        foreach (var raw in diff.Split('\n'))
        {
            var line = raw.EndsWith('\r') && (reader is null || !reader.InHunk) ? raw[..^1] : raw;
            if (line.StartsWith("diff --git ", StringComparison.Ordinal) && reader?.InHunk != true)
            {
                Close(files, reader);
                reader = new Reader(line);
            }
            else
            {
                reader?.Take(line);
            }
        }

        Close(files, reader);
        return new Change(files);
    }

    private static void Close(List<ChangedFile> files, Reader? reader)
    {
        if (reader is not null)
            files.Add(reader.ToFile());
    }

    [GeneratedRegex(@"^@@ -(?<old>\d+)(,(?<oldCount>\d+))? \+(?<new>\d+)(,(?<newCount>\d+))? @@", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HunkHead { get; }

    private sealed class Reader(string header)
    {
        private readonly List<DiffLine> added = [];
        private readonly List<DiffLine> removed = [];
        private string path = PathOfHeader(header);
        private string mode = "";
        private FileChange change = FileChange.Modified;
        private bool binary;
        private int context;
        private int oldLine;
        private int newLine;
        private int oldLeft;
        private int newLeft;

        // The counts of the hunk head, not the signs, say where a hunk ends: a removed line may itself start with "-- ".
        public bool InHunk => oldLeft > 0 || newLeft > 0;

        public void Take(string line)
        {
            if (InHunk)
                TakeHunkLine(line);
            else if (HunkHead.Match(line) is { Success: true } head)
                StartHunk(head);
            else
                TakeHeader(line);
        }

        public ChangedFile ToFile() => new(path, change, added, removed)
        {
            Mode = mode,
            IsBinary = binary,
            ContextLines = context,
        };

        private void StartHunk(Match head)
        {
            oldLine = Number(head.Groups["old"], 1);
            newLine = Number(head.Groups["new"], 1);
            oldLeft = Number(head.Groups["oldCount"], 1);
            newLeft = Number(head.Groups["newCount"], 1);
        }

        private void TakeHunkLine(string line)
        {
            switch (line.Length == 0 ? ' ' : line[0])
            {
                case '+':
                    added.Add(new DiffLine(newLine++, Text(line)));
                    newLeft--;
                    break;
                case '-':
                    removed.Add(new DiffLine(oldLine++, Text(line)));
                    oldLeft--;
                    break;
                case '\\':
                    break;
                default:
                    context++;
                    oldLine++;
                    newLine++;
                    oldLeft--;
                    newLeft--;
                    break;
            }
        }

        private void TakeHeader(string line)
        {
            if (line.StartsWith("new file mode ", StringComparison.Ordinal))
                (change, mode) = (FileChange.Added, line[14..]);
            else if (line.StartsWith("deleted file mode ", StringComparison.Ordinal))
                (change, mode) = (FileChange.Deleted, line[18..]);
            else if (line.StartsWith("new mode ", StringComparison.Ordinal))
                mode = line[9..];
            else if (line.StartsWith("+++ ", StringComparison.Ordinal) && line != "+++ /dev/null")
                path = PathOfSide(line[4..]);
            else if (line.StartsWith("--- ", StringComparison.Ordinal) && line != "--- /dev/null")
                path = PathOfSide(line[4..]);
            else if (line.StartsWith("Binary files ", StringComparison.Ordinal) || line == "GIT binary patch")
                binary = true;
        }

        private static string Text(string line) => line[1..].TrimEnd('\r');

        private static int Number(Group group, int otherwise) =>
            group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : otherwise;

        // Without renames both sides of the header are equal, so the second half is the path even when it has spaces.
        private static string PathOfHeader(string header)
        {
            var sides = header["diff --git ".Length..];
            if (sides.Length < 2)
                return sides;
            return PathOfSide(sides.StartsWith('"') ? sides[(sides.IndexOf("\" ", StringComparison.Ordinal) + 2)..] : sides[((sides.Length / 2) + 1)..]);
        }

        private static string PathOfSide(string side)
        {
            var name = side.TrimEnd('\t', '\r');
            if (name.StartsWith('"'))
                name = Unquote(name.Trim('"'));
            return name.Length > 2 && name[1] == '/' ? name[2..] : name;
        }

        // git quotes non-ASCII names as octal bytes of UTF-8 unless core.quotePath is off.
        private static string Unquote(string quoted)
        {
            var bytes = new List<byte>(quoted.Length);
            for (var i = 0; i < quoted.Length; i++)
            {
                if (quoted[i] != '\\' || i + 1 == quoted.Length)
                    bytes.AddRange(Encoding.UTF8.GetBytes(quoted[i].ToString()));
                else if (quoted[i + 1] is >= '0' and <= '3' && i + 3 < quoted.Length)
                    (bytes, i) = ([.. bytes, Convert.ToByte(quoted.Substring(i + 1, 3), 8)], i + 3);
                else
                    bytes.Add((byte)(quoted[++i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var other => other }));
            }

            return Encoding.UTF8.GetString([.. bytes]);
        }
    }
}
