using System.Text;
using System.Text.RegularExpressions;
using Alai.Tasks;

namespace Alai.Classifying;

/// <summary>A task's text as lower-case words between spaces, so that phrases can be looked for.</summary>
internal sealed partial class TaskWords
{
    // A body is read to this length; more adds time, not insight.
    private const int MostRead = 20_000;

    public TaskWords(TaskText text, string product)
    {
        var title = StageTag().Replace(text.Title, " ");
        Title = Normal(title, product);
        Body = Normal(text.Body.Length > MostRead ? text.Body[..MostRead] : text.Body, product);
        Labels = Normal(string.Join(' ', text.Labels), product);
        RawBody = text.Body;
    }

    public string Title { get; }

    public string Body { get; }

    public string Labels { get; }

    public string RawBody { get; }

    /// <summary>How strongly the text speaks a word: the title counts three times, a label four.</summary>
    public int Weigh(string word) =>
        (Holds(Title, word) ? 3 : 0) + (Holds(Body, word) ? 1 : 0) + (Holds(Labels, word) ? 4 : 0);

    /// <summary>Whether a text of words holds one; a trailing <c>*</c> leaves its end open.</summary>
    public static bool Holds(string words, string word)
    {
        var stem = word.EndsWith('*') ? word.AsSpan(0, word.Length - 1) : word;
        if (words.Length <= stem.Length)
            return false;
        for (var rest = words.AsSpan(); rest.IndexOf(stem) is var at and >= 0; rest = rest[(at + 1)..])
        {
            // Between spaces; a text of words begins and ends with one.
            if (at > 0 && rest[at - 1] == ' ' && (stem.Length < word.Length || rest[at + stem.Length] == ' '))
                return true;
        }

        return false;
    }

    /// <summary>The product's own name says nothing about the work: a product called "data-security" is often given a button.</summary>
    private static string Normal(string text, string product)
    {
        var lower = text.ToLowerInvariant();
        if (product.Length > 0)
            lower = lower.Replace(product.ToLowerInvariant(), " ", StringComparison.Ordinal);
        var words = new StringBuilder(lower.Length + 2).Append(' ');
        foreach (var letter in lower)
        {
            var kept = char.IsLetterOrDigit(letter) || letter is '#' or '+' ? letter : ' ';
            if (kept != ' ' || words[^1] != ' ')
                words.Append(kept);
        }

        return words.Append(' ').ToString();
    }

    [GeneratedRegex(@"^\s*\[[A-Z0-9_.-]{1,60}-(?:BUILD|REVIEW|SECURITY|OPS|DOCS|SINGLE)\]|\(parent: #\d+\)", RegexOptions.IgnoreCase)]
    private static partial Regex StageTag();
}
