using System.Globalization;
using System.Text;

namespace Alai.Tasks;

/// <summary>Text with everything a reader cannot see taken out: terminal codes, control, bidi and other format characters.</summary>
public static class VisibleText
{
    /// <summary>Cleans a text; tabs and line feeds stay, carriage returns go.</summary>
    public static string Clean(string text)
    {
        if (text.All(letter => letter is >= ' ' and < (char)127 or '\n' or '\t'))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\u001b')
                at = EndOfEscape(text, at);
            else if (!Rune.TryGetRuneAt(text, at, out var rune))
                clean.Append('\uFFFD');
            else
            {
                if (rune.Value is '\n' or '\t' || !IsInvisible(rune))
                    clean.Append(rune.ToString());
                at += rune.Utf16SequenceLength - 1;
            }
        }

        return clean.ToString();
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
        || rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0000 and <= 0xE0FFF;

    // CSI ends with a letter from @ to ~, OSC with BEL or the next escape; anything else is two characters.
    private static int EndOfEscape(string text, int at)
    {
        if (at + 1 >= text.Length)
            return at;
        var osc = text[at + 1] == ']';
        if (!osc && text[at + 1] != '[')
            return at + 1;
        for (var end = at + 2; end < text.Length; end++)
        {
            if (osc ? text[end] == '\a' : text[end] is >= '@' and <= '~')
                return end;
            if (text[end] is '\n' or '\u001b')
                return end - 1;
        }

        return text.Length - 1;
    }
}
