namespace Alai.Safety;

/// <summary>The first place where a term stands in a text, read as a person would read it.</summary>
internal sealed class TermSearch(TermTrie terms, FoldedText text, TextPart part)
{
    // Names shorter than this ("CEO") are not put together over white space: "see CE office".
    private const int ShortestSplitName = 5;

    // Where the letters walked so far had something in front of them.
    private readonly List<(int Letter, Boundary Boundary)> _splits = [];

    public TermMatch? First()
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (text.Boundary(start) == Boundary.None)
                continue;
            if ((From(start, text.Plain) ?? From(start, text.Skeleton)) is { } match)
                return match;
        }

        return null;
    }

    private TermMatch? From(int start, string letters)
    {
        _splits.Clear();
        var node = terms.Root;
        for (var at = start; at < letters.Length; at++)
        {
            if (at > start && text.Boundary(at) is var boundary and not Boundary.None)
                _splits.Add((at - start, boundary));
            if (node.Step(letters[at]) is not { } next)
                return null;
            node = next;
            foreach (var term in node.Terms)
            {
                if (Holds(term, start, at + 1))
                    return new TermMatch(term, start, at + 1);
            }
        }

        return null;
    }

    private bool Holds(Term term, int start, int end) => Ends(term, start, end) && Splits(term, end - start) && term.Kind switch
    {
        TermKind.Capitals => Enumerable.Range(start, end - start).All(text.IsCapital),
        TermKind.Tag => IsTag(start, end),
        _ => true,
    };

    /// <summary>Names may stand inside an identifier; everything else must be a whole word.</summary>
    private bool Ends(Term term, int start, int end)
    {
        var least = term.Kind == TermKind.Name ? Boundary.Inner : Boundary.Tight;
        return text.Boundary(start) >= least && (term.IsOpen || text.Boundary(end) >= least);
    }

    private bool Splits(Term term, int length)
    {
        foreach (var (letter, boundary) in _splits)
        {
            var allowed = boundary switch
            {
                Boundary.Apart => false,
                Boundary.Inner => true,
                _ when term.BreaksAt(letter) => true,
                Boundary.Tight when term.Kind == TermKind.Name => true,
                Boundary.Spaced when term.Kind == TermKind.Name && !term.IsOpen && length >= ShortestSplitName => true,
                _ => IsSpelledOut(length),
            };
            if (!allowed)
                return false;
        }

        return true;
    }

    /// <summary>Letter by letter: <c>C E O</c>, <c>D-E-C-I-S-I-O-N</c>.</summary>
    private bool IsSpelledOut(int length) =>
        _splits.Count(split => split.Boundary >= Boundary.Tight) == length - 1;

    private bool IsTag(int start, int end) => part switch
    {
        TextPart.Label => start == 0 && end == text.Length,
        TextPart.Title when start == 0 && text.After(end - 1) is ':' or '\uFF1A' => true,
        _ => text.IsOpened(start),
    };
}

/// <summary>A term and the letters it was found in.</summary>
internal sealed record TermMatch(Term Term, int Start, int End);
