namespace Alai.Safety;

/// <summary>All terms in one tree of letters, so that a text is walked once however many rules there are.</summary>
internal sealed class TermTrie
{
    private readonly Node _root = new();

    public TermTrie(IEnumerable<Term> terms)
    {
        foreach (var term in terms.Where(term => term.Plain.Length > 0))
        {
            Add(term, term.Plain);
            if (term.Skeleton != term.Plain)
                Add(term, term.Skeleton);
        }
    }

    public Node Root => _root;

    private void Add(Term term, string letters)
    {
        var node = _root;
        foreach (var letter in letters)
            node = node.Grow(letter);
        node.Terms.Add(term);
    }

    /// <summary>The letters so far, and the terms that end here.</summary>
    internal sealed class Node
    {
        private readonly Dictionary<char, Node> _next = [];

        public List<Term> Terms { get; } = [];

        public Node? Step(char letter) => _next.GetValueOrDefault(letter);

        public Node Grow(char letter) => _next.TryGetValue(letter, out var node) ? node : _next[letter] = new Node();
    }
}
