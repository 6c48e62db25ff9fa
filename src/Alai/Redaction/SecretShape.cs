using System.Text.RegularExpressions;

namespace Alai.Redaction;

/// <summary>What a kind of credential looks like.</summary>
/// <param name="Kind">The name shown, for example <c>GitHub token</c>.</param>
/// <param name="Pattern">The pattern; a group <c>secret</c> marks the part to hide, else all of it.</param>
/// <param name="IsGuess">Whether the name beside the value gave it away, so that a scan must also look at the value.</param>
internal sealed record SecretShape(string Kind, Regex Pattern, bool IsGuess = false)
{
    public IEnumerable<SecretSpan> Find(string text)
    {
        for (var match = Pattern.Match(text); match.Success; match = match.NextMatch())
        {
            var group = match.Groups["secret"];
            var (index, length) = group.Success ? (group.Index, group.Length) : (match.Index, match.Length);
            yield return new SecretSpan(index, index + length, Kind);
        }
    }
}
