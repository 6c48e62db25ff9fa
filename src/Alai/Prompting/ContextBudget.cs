using Alai.Tasks;

namespace Alai.Prompting;

/// <summary>Shares out a prompt's tokens: each piece in order gets what it needs while there is some, the last one the rest.</summary>
/// <param name="tokens">The tokens in all.</param>
internal sealed class ContextBudget(int tokens)
{
    // Less than this of a piece says nothing.
    private const int SmallestPiece = 40;

    /// <summary>Tokens left.</summary>
    public int Left { get; private set; } = tokens;

    /// <summary>Counts text that must stand whole.</summary>
    public string Whole(string text)
    {
        Left -= TokenEstimate.Of(text);
        return text;
    }

    /// <summary>Takes as much of a text as fits, at most a share of what is left; cuts at a line and says so.</summary>
    /// <param name="text">The text.</param>
    /// <param name="share">0 to 1.</param>
    /// <returns>The text that fits, empty when too little does, and whether it was cut.</returns>
    public (string Text, bool Cut) Take(string text, double share = 1)
    {
        var most = (int)(Left * share);
        if (text.Length == 0 || most < SmallestPiece)
            return ("", text.Length > 0);
        if (TokenEstimate.Of(text) <= most)
            return (Whole(text), false);
        const string mark = "\n[cut to fit]";
        var head = text[..Math.Max(0, TokenEstimate.Characters(most) - mark.Length)];
        var line = head.LastIndexOf('\n');
        return (Whole((line > head.Length / 2 ? head[..line] : head) + mark), true);
    }
}
