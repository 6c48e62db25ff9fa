using System.Text;

namespace Alai.Safety;

/// <summary>Walks a text once and writes down its letters.</summary>
internal sealed class TextFolder(string text)
{
    // The most punctuation that may stand inside one spelled-out word, for example between C and E of "C - - E".
    private const int WidestGap = 12;

    private readonly List<FoldedLetter> _letters = new(text.Length);
    private int _gap;
    private int _newLines;
    private bool _spaced;
    private bool _listed;
    private bool _opened;
    private Shape _last = Shape.None;

    private enum Shape
    {
        None,
        Small,
        Capital,
        Digit,
    }

    public FoldedLetter[] Fold()
    {
        for (var at = 0; at < text.Length;)
        {
            // Most of most texts: what prints in ASCII stands for itself.
            if (text[at] is >= ' ' and <= '~')
            {
                TakeChar(text[at], text[at], at, at + 1);
                at++;
                continue;
            }

            var ok = Rune.TryGetRuneAt(text, at, out var rune);
            var length = ok ? rune.Utf16SequenceLength : 1;
            if (ok)
                Take(rune, at, at + length);
            else
                Separate(' ');
            at += length;
        }

        return [.. _letters];
    }

    private void Take(Rune rune, int from, int until)
    {
        if (UnicodeFolding.IsInvisible(rune))
            return;
        if (rune.IsAscii)
        {
            TakeChar((char)rune.Value, (char)rune.Value, from, until);
            return;
        }

        var look = UnicodeFolding.LookAlike(rune);
        if (look is { } framed && !rune.IsBmp)
        {
            TakeChar(framed, framed, from, until);
            return;
        }

        foreach (var plain in UnicodeFolding.Decompose(rune))
            TakeChar(plain, look ?? plain, from, until);
    }

    private void TakeChar(char plain, char look, int from, int until)
    {
        if (!char.IsLetterOrDigit(plain) && !char.IsLetterOrDigit(look))
        {
            Separate(plain);
            return;
        }

        var shape = char.IsDigit(look) ? Shape.Digit : char.IsUpper(plain) || char.IsUpper(look) ? Shape.Capital : Shape.Small;
        var before = Before(shape);
        if (before == Boundary.None && shape == Shape.Small)
            EndAcronym();
        var folded = UnicodeFolding.FoldCase(plain);
        _letters.Add(new FoldedLetter
        {
            Plain = folded,
            Skeleton = UnicodeFolding.Skeleton(look == plain ? folded : UnicodeFolding.FoldCase(look)),
            Before = before,
            Opened = _opened,
            Capital = shape != Shape.Small || !char.IsLower(plain),
            Source = from,
            SourceEnd = until,
        });
        (_gap, _newLines, _last) = (0, 0, shape);
        (_spaced, _listed, _opened) = (false, false, false);
    }

    private Boundary Before(Shape shape)
    {
        // "a, b, c" is a list, not a word spelled out.
        if (_letters.Count == 0 || _gap > WidestGap || _newLines > 1 || (_listed && _spaced))
            return Boundary.Apart;
        if (_gap > 0)
            return _spaced ? Boundary.Spaced : Boundary.Tight;
        var inner = (shape == Shape.Capital && _last == Shape.Small) || (shape == Shape.Digit) != (_last == Shape.Digit);
        return inner ? Boundary.Inner : Boundary.None;
    }

    /// <summary>In <c>CEODashboard</c> the last capital before a small letter begins the next word.</summary>
    private void EndAcronym()
    {
        if (_letters.Count < 2 || _last != Shape.Capital || _letters[^1].Before != Boundary.None)
            return;
        _letters[^1] = _letters[^1] with { Before = Boundary.Inner };
    }

    private void Separate(char separator)
    {
        _gap++;
        if (separator == '\n')
            _newLines++;
        if (separator is ',' or ';')
            _listed = true;
        if (char.IsWhiteSpace(separator))
            _spaced = true;
        else
            _opened = UnicodeFolding.IsOpeningBracket(separator);
    }
}
