using System.Text;

namespace Alai.Minions.Edits;

/// <summary>The form in which two lines are compared. Only for finding: what is written is never folded.</summary>
internal static class LineFold
{
    /// <summary>Trailing space gone, quotes and dashes plain, inner runs of spaces one; the indent stays.</summary>
    public static string Spaces(string line)
    {
        var folded = new StringBuilder(line.Length);
        var indent = IndentLength(line);
        folded.Append(line, 0, indent);
        var gap = false;
        foreach (var letter in line.AsSpan(indent))
        {
            if (char.IsWhiteSpace(letter))
            {
                gap = true;
                continue;
            }

            if (gap)
                folded.Append(' ');
            gap = false;
            folded.Append(Plain(letter));
        }

        return folded.ToString();
    }

    // A line of blanks alone has no indent.
    private static int IndentLength(string line)
    {
        var length = 0;
        while (length < line.Length && (line[length] is ' ' or '\t'))
            length++;
        return string.IsNullOrWhiteSpace(line) ? 0 : length;
    }

    private static char Plain(char letter) => letter switch
    {
        '\u2018' or '\u2019' or '\u201A' or '\u201B' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        _ => letter,
    };
}
