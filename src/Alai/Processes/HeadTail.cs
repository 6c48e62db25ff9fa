using System.Globalization;
using System.Text;

namespace Alai.Processes;

/// <summary>Keeps the beginning and the end of a text of any length, and counts what lay between.</summary>
internal sealed class HeadTail(int limit)
{
    private readonly StringBuilder head = new();
    private readonly int headLimit = limit - (limit / 2);
    private readonly int tailLimit = Math.Max(limit / 2, 1);

    // Grows to its limit first, and goes round only then: limits are large and most outputs small.
    private char[] tail = [];
    private long tailTotal;

    /// <summary>Characters left out so far.</summary>
    internal long Elided => Math.Max(0, tailTotal - tailLimit);

    internal void Append(ReadOnlySpan<char> text)
    {
        var taken = Math.Min(text.Length, headLimit - head.Length);
        head.Append(text[..taken]);
        var rest = text[taken..];
        var needed = Math.Min(tailTotal + rest.Length, tailLimit);
        if (tail.Length < needed)
            Array.Resize(ref tail, (int)Math.Min(tailLimit, Math.Max(needed, tail.Length * 2L)));
        if (rest.Length > tail.Length)
        {
            tailTotal += rest.Length - tail.Length;
            rest = rest[^tail.Length..];
        }

        while (rest.Length > 0)
        {
            var at = (int)(tailTotal % tail.Length);
            var fits = Math.Min(rest.Length, tail.Length - at);
            rest[..fits].CopyTo(tail.AsSpan(at));
            tailTotal += fits;
            rest = rest[fits..];
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder(head.Length + tail.Length).Append(head);
        if (Elided > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n[... {Elided} characters left out ...]\n");
        if (tailTotal > tailLimit)
        {
            var at = (int)(tailTotal % tail.Length);
            return text.Append(tail, at, tail.Length - at).Append(tail, 0, at).ToString();
        }

        return text.Append(tail, 0, (int)tailTotal).ToString();
    }
}
