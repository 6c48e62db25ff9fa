using System.Buffers;
using System.Text.RegularExpressions;

namespace Alai.Redaction;

/// <summary>What a kind of credential looks like.</summary>
/// <param name="Kind">The name shown, for example <c>GitHub token</c>.</param>
/// <param name="Pattern">The pattern; a group <c>secret</c> marks the part to hide, else all of it.</param>
/// <param name="Signs">Each match holds one of them, in any case: a text without them is not looked through, and most have none.</param>
internal sealed record SecretShape(string Kind, Regex Pattern, params string[] Signs)
{
    // A pattern in any case takes these for letters of ASCII; a search for words does not.
    private static readonly SearchValues<char> Lookalikes = SearchValues.Create("\u212A\u0130\u0131\u017F");

    private readonly SearchValues<string> _signs = SearchValues.Create(Signs, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the name beside the value gave it away, so that a scan must also look at the value.</summary>
    public bool IsGuess { get; init; }

    public IEnumerable<SecretSpan> Find(string text) => MayHold(text) ? Matches(text) : [];

    private bool MayHold(string text) => text.AsSpan().ContainsAny(_signs) || text.AsSpan().ContainsAny(Lookalikes);

    private IEnumerable<SecretSpan> Matches(string text)
    {
        for (var match = Pattern.Match(text); match.Success; match = match.NextMatch())
        {
            var group = match.Groups["secret"];
            var (index, length) = group.Success ? (group.Index, group.Length) : (match.Index, match.Length);
            yield return new SecretSpan(index, index + length, Kind);
        }
    }
}
