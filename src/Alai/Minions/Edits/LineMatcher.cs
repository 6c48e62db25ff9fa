namespace Alai.Minions.Edits;

/// <summary>Finds an old text in a file by lines, more tolerantly from rule to rule; never by distance or guess.</summary>
internal static class LineMatcher
{
    /// <summary>The rules in order, each with its name.</summary>
    public static IReadOnlyList<(string How, Func<List<TextLine>, List<string>, IEnumerable<LineMatch>> Find)> Rules { get; } =
    [
        ("spaces", BySpaces),
        ("indent", ByIndent),
        ("blank lines", ByBlankLines),
    ];

    private static IEnumerable<LineMatch> BySpaces(List<TextLine> file, List<string> old)
    {
        var (lines, wanted) = (Folded(file), old.ConvertAll(LineFold.Spaces));
        for (var first = 0; first + wanted.Count <= lines.Count; first++)
        {
            if (Same(lines, wanted, first))
                yield return new LineMatch(first, first + wanted.Count - 1);
        }
    }

    private static IEnumerable<LineMatch> ByIndent(List<TextLine> file, List<string> old)
    {
        var (lines, wanted) = (Folded(file), old.ConvertAll(LineFold.Spaces));
        for (var first = 0; first + wanted.Count <= lines.Count; first++)
        {
            if (Shift(lines, wanted, first) is { } shift)
                yield return shift;
        }
    }

    private static IEnumerable<LineMatch> ByBlankLines(List<TextLine> file, List<string> old)
    {
        var wanted = old.ConvertAll(LineFold.Spaces).FindAll(line => line.Length > 0);
        var lines = Folded(file).Select((text, index) => (text, index)).Where(line => line.text.Length > 0).ToList();
        var texts = lines.ConvertAll(line => line.text);
        for (var first = 0; first + wanted.Count <= texts.Count; first++)
        {
            if (Same(texts, wanted, first))
                yield return new LineMatch(lines[first].index, lines[first + wanted.Count - 1].index);
        }
    }

    private static List<string> Folded(List<TextLine> file) => file.ConvertAll(line => LineFold.Spaces(line.Text));

    private static bool Same(List<string> lines, List<string> wanted, int first)
    {
        for (var index = 0; index < wanted.Count; index++)
        {
            if (lines[first + index] != wanted[index])
                return false;
        }

        return true;
    }

    // Every line must be shifted by the same indent, in the same direction.
    private static LineMatch? Shift(List<string> lines, List<string> wanted, int first)
    {
        (string Add, string Remove)? shift = null;
        for (var index = 0; index < wanted.Count; index++)
        {
            var (line, want) = (lines[first + index], wanted[index]);
            if (line.Length == 0 && want.Length == 0)
                continue;
            var found = line.Length >= want.Length
                ? (Add: line[..(line.Length - want.Length)], Remove: "")
                : (Add: "", Remove: want[..(want.Length - line.Length)]);
            if (line.Length == 0 || want.Length == 0 || found.Add + want != found.Remove + line || !string.IsNullOrWhiteSpace(found.Add + found.Remove))
                return null;
            shift ??= found;
            if (shift != found)
                return null;
        }

        return shift is { } same ? new LineMatch(first, first + wanted.Count - 1, same.Add, same.Remove) : null;
    }
}
