using System.Globalization;

namespace Alai.Minions.Edits;

/// <summary>Shows the lines of a file that are most like a text that was not found. Only shown, never written to.</summary>
internal static class NearestRegion
{
    private const int MostLines = 14;
    private const int SameLine = 10;
    private const int SameBeginning = 3;
    private const int BeginningLength = 8;

    public static string Describe(List<TextLine> file, List<string> wanted)
    {
        var known = wanted.Select(line => line.Trim()).Where(line => line.Length > 0).ToHashSet(StringComparer.Ordinal);
        var beginnings = known.Where(line => line.Length >= BeginningLength).Select(line => line[..BeginningLength]).ToHashSet(StringComparer.Ordinal);
        var size = Math.Min(Math.Max(wanted.Count, 3), MostLines);
        var scores = file.ConvertAll(line => Score(line.Text.Trim(), known, beginnings));
        var best = (First: -1, Score: 0);
        for (var first = 0; first < file.Count; first++)
        {
            var score = scores.Skip(first).Take(size).Sum();
            if (score > best.Score)
                best = (first, score);
        }

        if (best.First < 0)
            return "old was not found in the file, nor anything like it; read the file again and copy the lines exactly";
        var shown = file.Skip(best.First).Take(size).Select((line, index) =>
            string.Create(CultureInfo.InvariantCulture, $"{best.First + index + 1}: {line.Text}"));
        return "old was not found in the file. Did you mean these lines (numbers are not part of the file)?\n" + string.Join('\n', shown);
    }

    private static int Score(string line, HashSet<string> known, HashSet<string> beginnings)
    {
        if (known.Contains(line))
            return SameLine;
        return line.Length >= BeginningLength && beginnings.Contains(line[..BeginningLength]) ? SameBeginning : 0;
    }
}
