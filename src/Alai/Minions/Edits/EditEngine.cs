using System.Globalization;

namespace Alai.Minions.Edits;

/// <summary>
/// Replaces one passage of a text. The passage is found exactly, else by lines with less and less attention to white space;
/// two places are an error, and so is none. Nothing outside the passage changes, not even its line endings.
/// </summary>
internal static class EditEngine
{
    public static EditResult Apply(string text, string old, string replacement)
    {
        if (old.Length == 0)
            return EditResult.Refused("old is empty; to make a new file use write_file, to insert give the line before as old");
        if (old == replacement)
            return EditResult.Refused("old and new are the same; nothing would change");
        var ending = TextLine.DominantEnding(text);
        var exact = Occurrences(text, old);
        return exact.Count switch
        {
            1 => Exact(text, exact[0], old.Length, TextLine.WithEnding(replacement, ending)),
            > 1 => Ambiguous(text, exact.ConvertAll(at => LineOf(text, at))),
            _ => ByLines(text, old, replacement, ending),
        };
    }

    private static EditResult Exact(string text, int at, int length, string replacement) =>
        new(string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + length)), "", "exact", LineOf(text, at));

    private static EditResult ByLines(string text, string old, string replacement, string ending)
    {
        var file = TextLine.Split(text);
        var wanted = TextLine.Split(old).ConvertAll(line => line.Text);
        if (wanted.TrueForAll(string.IsNullOrWhiteSpace))
            return EditResult.Refused("old is only blank space and was not found; give the lines around it");
        foreach (var (how, find) in LineMatcher.Rules)
        {
            var matches = find(file, wanted).Take(20).ToList();
            if (matches.Count > 1)
                return Ambiguous(text, matches.ConvertAll(match => match.First + 1));
            if (matches.Count == 1)
                return Replaced(text, file, matches[0], (Body(replacement, old, matches[0]), how, ending));
        }

        return EditResult.Refused(NearestRegion.Describe(file, wanted));
    }

    private static EditResult Replaced(string text, List<TextLine> file, LineMatch match, (List<string> Body, string How, string Ending) with)
    {
        var start = file[match.First].Start;

        // A deletion takes the last line's ending with it, else an empty line would stay.
        var end = with.Body.Count == 0 ? file[match.Last].End + file[match.Last].Ending.Length : file[match.Last].End;
        return new(string.Concat(text.AsSpan(0, start), string.Join(with.Ending, with.Body), text.AsSpan(end)), "", with.How, match.First + 1);
    }

    private static List<string> Body(string replacement, string old, LineMatch match)
    {
        var lines = TextLine.Split(replacement).ConvertAll(line => line.Text);

        // Without a line feed at the end of old, one at the end of new is meant.
        if (!old.EndsWith('\n') && replacement.EndsWith('\n'))
            lines.Add("");
        return lines.ConvertAll(line => string.IsNullOrWhiteSpace(line) ? line : Shifted(line, match));
    }

    private static string Shifted(string line, LineMatch match) =>
        match.Remove.Length > 0 && line.StartsWith(match.Remove, StringComparison.Ordinal)
            ? line[match.Remove.Length..]
            : match.Add + line;

    private static EditResult Ambiguous(string text, List<int> lines) => EditResult.Refused(string.Create(
        CultureInfo.InvariantCulture,
        $"old stands {lines.Count} times in the file (lines {string.Join(", ", lines)} of {TextLine.Split(text).Count}); give more lines around the one you mean"));

    private static List<int> Occurrences(string text, string part)
    {
        var found = new List<int>();
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
            found.Add(at);
        return found;
    }

    private static int LineOf(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;
}
