using System.Globalization;
using System.Text;

namespace Alai.Safety;

/// <summary>What a text must be before it is stored: titles, bodies, labels. Bad text is answered with a clear problem, never mended in secret.</summary>
public static class TextHygiene
{
    /// <summary>The longest title, in characters as people count them.</summary>
    public const int LongestTitle = 200;

    /// <summary>The longest body, in bytes of UTF-8.</summary>
    public const int LargestBody = 1024 * 1024;

    /// <summary>The longest label.</summary>
    public const int LongestLabel = 50;

    /// <summary>A title: one line, visible, at most 200 characters. White space is folded to single spaces.</summary>
    /// <param name="text">As it came.</param>
    public static TextCheck Title(string? text) => Line(text, "title", LongestTitle);

    /// <summary>A label: like a title, at most 50 characters.</summary>
    /// <param name="text">As it came.</param>
    public static TextCheck Label(string? text) => Line(text, "label", LongestLabel);

    /// <summary>A body: at most 1 MiB; line ends become <c>\n</c>. Terminal controls and bidi overrides are refused.</summary>
    /// <param name="text">As it came; null means none.</param>
    public static TextCheck Body(string? text)
    {
        var body = (text ?? "").ReplaceLineEndings("\n");
        if (Encoding.UTF8.GetByteCount(body) is var size and > LargestBody)
            return TextCheck.Refused($"expected a body of at most {LargestBody} bytes; found {size}. Put long material into a file of the product and name it.");
        return FirstHidden(body, allowLines: true) is { } hidden
            ? TextCheck.Refused($"expected a body of visible text; found {hidden}. Remove it and file again.")
            : TextCheck.Good(body);
    }

    private static TextCheck Line(string? text, string what, int longest)
    {
        var line = text ?? "";
        // A giant is refused before it is looked at.
        if (line.Length > LargestBody)
            return TextCheck.Refused($"expected a {what} of at most {longest} characters; found {line.Length}.");
        if (FirstHidden(line, allowLines: false) is { } hidden)
            return TextCheck.Refused($"expected a {what} of one visible line; found {hidden}. Remove it and file again.");
        line = string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var visible = line.EnumerateRunes().Any(rune => !UnicodeFolding.IsInvisible(rune) && rune.Value != 0x2800);
        if (!visible)
            return TextCheck.Refused($"expected a {what} with at least one visible character; found {(line.Length == 0 ? "an empty one" : "only invisible ones")}.");
        var length = new StringInfo(line).LengthInTextElements;
        return length > longest || line.Length > longest * 4
            ? TextCheck.Refused($"expected a {what} of at most {longest} characters; found {length}. Put the details into the body.")
            : TextCheck.Good(line.Normalize(NormalizationForm.FormC));
    }

    /// <summary>The first character that would hide or reorder what people see, described; or null.</summary>
    private static string? FirstHidden(string text, bool allowLines)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune))
                return $"half a character (U+{(int)text[at]:X4}) at position {at + 1}";
            if (IsHidden(rune, allowLines))
                return $"{Described(rune)} at position {at + 1}";
            at += rune.Utf16SequenceLength;
        }

        return null;
    }

    private static bool IsHidden(Rune rune, bool allowLines) => rune.Value switch
    {
        '\t' => false,
        '\n' or '\r' or 0x85 or 0x2028 or 0x2029 => !allowLines,
        // Joiners spell emoji and several languages; soft hyphen and the byte order mark have no business here but harm nobody.
        0x200C or 0x200D or 0xAD or 0xFEFF or 0x200B or 0x2060 => false,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse,
    };

    private static string Described(Rune rune) => rune.Value switch
    {
        '\n' or '\r' or 0x85 or 0x2028 or 0x2029 => "a line break",
        0x1B => "a terminal control sequence (U+001B)",
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x61C => $"a text direction character (U+{rune.Value:X4})",
        < 0x20 or (>= 0x7F and <= 0x9F) => $"a control character (U+{rune.Value:X4})",
        _ => $"an invisible or unassigned character (U+{rune.Value:X4})",
    };
}
