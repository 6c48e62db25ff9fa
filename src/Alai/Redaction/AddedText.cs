using System.Globalization;

namespace Alai.Redaction;

/// <summary>The lines a diff adds to one file, and where each stands in the new file.</summary>
internal sealed record AddedText(string File, string Text, IReadOnlyList<int> Lines)
{
    public static IEnumerable<AddedText> Of(string diff)
    {
        var file = "";
        var line = 0;
        // Lines left in the hunk, by its header: "+++ x" inside a hunk is an added "++ x", not a file name.
        var (oldLeft, newLeft) = (0, 0);
        var (texts, numbers) = (new List<string>(), new List<int>());
        foreach (var row in diff.Split('\n'))
        {
            if (oldLeft > 0 || newLeft > 0)
            {
                var mark = row.Length == 0 ? ' ' : row[0];
                if (mark == '+')
                {
                    texts.Add(row[1..]);
                    numbers.Add(line);
                }

                (oldLeft, newLeft, line) = mark switch
                {
                    '+' => (oldLeft, newLeft - 1, line + 1),
                    '-' => (oldLeft - 1, newLeft, line),
                    '\\' => (oldLeft, newLeft, line),
                    _ => (oldLeft - 1, newLeft - 1, line + 1),
                };
            }
            else if (row.StartsWith("+++ ", StringComparison.Ordinal))
            {
                if (texts.Count > 0)
                    yield return new AddedText(file, string.Join('\n', texts), numbers);
                (texts, numbers) = ([], []);
                file = FileName(row[4..]);
            }
            else if (row.StartsWith("@@ ", StringComparison.Ordinal))
            {
                var parts = row.Split(' ');
                (_, oldLeft) = Range(parts.ElementAtOrDefault(1));
                (line, newLeft) = Range(parts.ElementAtOrDefault(2));
            }
        }

        if (texts.Count > 0)
            yield return new AddedText(file, string.Join('\n', texts), numbers);
    }

    private static string FileName(string shown)
    {
        var name = shown.TrimEnd('\r', '\t').Trim('"');
        return name.StartsWith("b/", StringComparison.Ordinal) ? name[2..] : name;
    }

    /// <summary><c>+12,3</c> is line 12, 3 lines; <c>+12</c> is one line.</summary>
    private static (int Line, int Count) Range(string? text)
    {
        var parts = (text ?? "").TrimStart('+', '-').Split(',');
        var line = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0;
        var count = parts.Length < 2 ? 1 : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
        return (line, count);
    }
}
