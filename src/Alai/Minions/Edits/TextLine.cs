namespace Alai.Minions.Edits;

/// <summary>A line and where it stands in its text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Text">Without its ending.</param>
/// <param name="Ending">Its ending, empty for a last line without one.</param>
internal readonly record struct TextLine(int Start, string Text, string Ending)
{
    public int End => Start + Text.Length;

    public static List<TextLine> Split(string text)
    {
        var lines = new List<TextLine>();
        var start = 0;
        while (start < text.Length)
        {
            var feed = text.IndexOf('\n', start);
            if (feed < 0)
            {
                lines.Add(new TextLine(start, text[start..], ""));
                break;
            }

            var end = feed > start && text[feed - 1] == '\r' ? feed - 1 : feed;
            lines.Add(new TextLine(start, text[start..end], text[end..(feed + 1)]));
            start = feed + 1;
        }

        return lines;
    }

    /// <summary>The ending most lines of a text have; a line feed when it has none.</summary>
    public static string DominantEnding(string text)
    {
        var feeds = text.Count(letter => letter == '\n');
        var returns = text.Split("\r\n").Length - 1;
        return returns * 2 > feeds ? "\r\n" : "\n";
    }

    /// <summary>The same text with one ending everywhere.</summary>
    public static string WithEnding(string text, string ending) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", ending, StringComparison.Ordinal);
}
