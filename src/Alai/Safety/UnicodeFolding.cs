using System.Globalization;
using System.Text;
using Alai.Tasks;

namespace Alai.Safety;

/// <summary>How characters become comparable. Needs ICU: with invariant globalisation, normalising is a no-op and full-width letters would pass the rail.</summary>
internal static class UnicodeFolding
{
    /// <summary>Raised whenever the folding changes; part of the rules' fingerprint.</summary>
    public const int Version = 1;

    /// <summary>Refuses to run without ICU.</summary>
    /// <exception cref="FactoryException">Normalising returns its input unchanged.</exception>
    public static void Require() => Require(text => text.Normalize(NormalizationForm.FormKD));

    /// <summary>The same, for a given way of normalising.</summary>
    internal static void Require(Func<string, string> normalize)
    {
        // Full-width CEO, and E with an acute accent in one code point.
        if (normalize("\uFF23\uFF25\uFF2F") != "CEO" || normalize("\u00C9") != "E\u0301")
        {
            throw new FactoryException(
                "The safety rules need Unicode normalisation (ICU), and this process runs without it: full-width letters would pass the rules.",
                "Unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT (or set it to 0) and install ICU (Debian: libicu; Alpine: icu-libs icu-data-full).");
        }
    }

    /// <summary>Characters that show nothing: control, format (zero width, bidi, tags), accents and other marks, blank letters.</summary>
    public static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => true,
        UnicodeCategory.Control => !Rune.IsWhiteSpace(rune),
        // Hangul fillers are letters that print as nothing.
        _ => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x17B4 or 0x17B5,
    };

    /// <summary>The compatibility characters a code point stands for, accents removed: one letter for a full-width or circled one, two for a ligature.</summary>
    public static string Decompose(Rune rune)
    {
        if (Letters.Value.TryGetValue(rune.Value, out var letters))
            return letters;
        var text = rune.ToString().Normalize(NormalizationForm.FormKD);
        if (text.Length == 1)
            return text;
        var visible = new StringBuilder(text.Length);
        foreach (var part in text.EnumerateRunes())
        {
            if (!IsInvisible(part))
                visible.Append(part.ToString());
        }

        return visible.ToString();
    }

    /// <summary>The Latin letter a code point looks like, or null.</summary>
    public static char? LookAlike(Rune rune) => Confusables.Find(rune);

    /// <summary>Case folded: up then down, so that final sigma, long s and the like meet their capitals.</summary>
    public static char FoldCase(char letter) => char.ToLowerInvariant(char.ToUpperInvariant(letter));

    /// <summary>Letters that one font or another draws alike.</summary>
    public static char Skeleton(char folded) => folded switch
    {
        '0' => 'o',
        '1' or 'i' => 'l',
        _ => folded,
    };

    public static bool IsOpeningBracket(char c) => c is '[' or '{' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OpenPunctuation && c != '(';

    /// <summary>Letters that Unicode does not take apart though people write them either way.</summary>
    private static readonly Lazy<IReadOnlyDictionary<int, string>> Letters = new(() => new Dictionary<int, string>
    {
        ['ß'] = "ss", ['ẞ'] = "SS", ['ø'] = "o", ['Ø'] = "O", ['đ'] = "d", ['Đ'] = "D", ['ł'] = "l", ['Ł'] = "L",
        ['æ'] = "ae", ['Æ'] = "AE", ['œ'] = "oe", ['Œ'] = "OE", ['ı'] = "i", ['ħ'] = "h", ['Ħ'] = "H", ['ð'] = "d", ['þ'] = "th",
    });
}
