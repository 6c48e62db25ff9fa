using System.Globalization;
using System.Text;

namespace Alai.Cli.Drawing;

/// <summary>
/// Text of others made safe for a terminal: an escape sequence in a title must not move the cursor, and a
/// right-to-left override must not make one word look like another.
/// </summary>
internal static class CleanText
{
    /// <summary>One line: line ends and tabs become spaces, other control and direction characters become visible.</summary>
    public static string Line(string text) => Clean(text, keepLines: false);

    /// <summary>Several lines: line ends stay.</summary>
    public static string Block(string text) => Clean(text, keepLines: true);

    private static string Clean(string text, bool keepLines)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value == '\n')
                clean.Append(keepLines ? '\n' : ' ');
            else if (rune.Value == '\t')
                clean.Append(keepLines ? "    " : " ");
            else if (IsHidden(rune))
                clean.Append('<').Append("U+").Append(rune.Value.ToString("X4", CultureInfo.InvariantCulture)).Append('>');
            else
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    private static bool IsHidden(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C;
}
