using System.Text;

namespace Alai.Fleet;

/// <summary>Notices a generation that repeats itself, while it still streams.</summary>
internal sealed class RunawayGuard
{
    private const int Window = 200;
    private const int Times = 5;
    private const int Openings = 10;
    private readonly StringBuilder text = new();
    private int checkedAt;

    /// <summary>Takes the next piece; true when the generation should be stopped.</summary>
    public bool IsRunaway(string piece)
    {
        text.Append(piece);
        if (text.Length - checkedAt < Window || text.Length < Window * Times)
            return false;
        checkedAt = text.Length;
        var whole = text.ToString();
        return Count(whole, whole[^Window..]) >= Times
            || Count(whole, "<tool_call>") - Count(whole, "</tool_call>") >= Openings;
    }

    private static int Count(string whole, string part)
    {
        var count = 0;
        for (var at = whole.IndexOf(part, StringComparison.Ordinal); at >= 0; at = whole.IndexOf(part, at + part.Length, StringComparison.Ordinal))
            count++;
        return count;
    }
}
