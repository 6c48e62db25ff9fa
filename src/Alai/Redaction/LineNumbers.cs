namespace Alai.Redaction;

/// <summary>Which line a character stands on.</summary>
internal sealed class LineNumbers
{
    private readonly List<int> _starts = [0];

    public LineNumbers(string text)
    {
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
            _starts.Add(at + 1);
    }

    public int Of(int position)
    {
        var found = _starts.BinarySearch(position);
        return found >= 0 ? found + 1 : ~found;
    }
}
