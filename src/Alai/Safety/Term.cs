namespace Alai.Safety;

internal enum TermKind
{
    Name,
    Word,
    Capitals,
    Tag,
}

/// <summary>One entry of a rule, folded like the texts it is held against.</summary>
internal sealed class Term
{
    private readonly HashSet<int> _breaks;

    private Term(string rule, TermKind kind, FoldedText text, bool open)
    {
        Rule = rule;
        Kind = kind;
        Plain = text.Plain;
        Skeleton = text.Skeleton;
        IsOpen = open;
        _breaks = [.. Enumerable.Range(1, Math.Max(0, Plain.Length - 1)).Where(i => text.Boundary(i) >= Boundary.Tight)];
    }

    public string Rule { get; }

    public TermKind Kind { get; }

    /// <summary>Its letters and digits, without the spaces.</summary>
    public string Plain { get; }

    /// <summary>The same with look-alikes made one.</summary>
    public string Skeleton { get; }

    /// <summary>Whether a word may go on after it.</summary>
    public bool IsOpen { get; }

    public static Term Of(string rule, string text, TermKind kind)
    {
        var open = text.EndsWith('*');
        return new Term(rule, kind, FoldedText.Of(open ? text[..^1] : text), open);
    }

    /// <summary>Whether the term itself has a space at this letter.</summary>
    public bool BreaksAt(int letter) => _breaks.Contains(letter);
}
