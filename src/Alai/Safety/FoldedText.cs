namespace Alai.Safety;

/// <summary>
/// A text as letters and digits alone, folded so that what looks alike is alike; each letter knows where it came from
/// and what stood before it.
/// </summary>
internal sealed class FoldedText
{
    private readonly string _source;
    private readonly FoldedLetter[] _letters;

    private FoldedText(string source, FoldedLetter[] letters)
    {
        _source = source;
        _letters = letters;
        Plain = string.Create(letters.Length, letters, static (span, all) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = all[i].Plain;
        });
        Skeleton = string.Create(letters.Length, letters, static (span, all) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = all[i].Skeleton;
        });
    }

    /// <summary>Letters and digits in folded case.</summary>
    public string Plain { get; }

    /// <summary>The same length, with look-alikes of other scripts, and of <c>o 0</c> and <c>i l 1</c>, made one.</summary>
    public string Skeleton { get; }

    public int Length => _letters.Length;

    public static FoldedText Of(string text) => new(text, new TextFolder(text).Fold());

    /// <summary>What stands before a letter; the ends of the text are apart from everything.</summary>
    public Boundary Boundary(int letter) =>
        letter <= 0 || letter >= _letters.Length ? Safety.Boundary.Apart : _letters[letter].Before;

    /// <summary>Whether a bracket was opened just before this letter.</summary>
    public bool IsOpened(int letter) => _letters[letter].Opened;

    /// <summary>Whether the letter was written as a capital (or has no case).</summary>
    public bool IsCapital(int letter) => _letters[letter].Capital;

    /// <summary>The first character after the letter that is not white space, or none.</summary>
    public char After(int letter)
    {
        var at = _letters[letter].SourceEnd;
        while (at < _source.Length && char.IsWhiteSpace(_source[at]))
            at++;
        return at < _source.Length ? _source[at] : '\0';
    }

    /// <summary>The words as a person wrote them, fit to be shown.</summary>
    public string Quote(int start, int end)
    {
        var words = _source[_letters[start].Source.._letters[end - 1].SourceEnd];
        var clean = string.Concat(words.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format));
        return clean.Length <= 80 ? clean : clean[..80];
    }
}
