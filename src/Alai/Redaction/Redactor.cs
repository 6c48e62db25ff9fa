using System.Text;

namespace Alai.Redaction;

/// <summary>
/// Takes secrets out of text: the factory's own known values in every form they usually travel in, then whatever has
/// the shape of a credential. The one choke point for everything stored, shown, published or sent to a cloud model.
/// Immutable and safe to share between threads.
/// </summary>
public sealed class Redactor
{
    private readonly SecretForms _forms;

    /// <summary>Makes one.</summary>
    /// <param name="knownSecrets">
    /// The values themselves. Those shorter than <see cref="ShortestKnownSecret"/> are left out: taking every
    /// <c>abc</c> from a text would destroy it and tell what the secret is.
    /// </param>
    public Redactor(IEnumerable<string>? knownSecrets = null) => _forms = new SecretForms(knownSecrets ?? []);

    /// <summary>The shortest known value looked for, in characters.</summary>
    public const int ShortestKnownSecret = 6;

    /// <summary>Knows no value; finds shapes alone.</summary>
    public static Redactor ShapesOnly { get; } = new();

    /// <summary>The longest form of a known value, in characters; what a stream must hold back.</summary>
    internal int LongestForm => _forms.Longest;

    /// <summary>The text without secrets; each is replaced by <c>[redacted: KIND]</c>. Null gives an empty text.</summary>
    /// <param name="text">Anything, of any length.</param>
    public string Redact(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var spans = Find(text);
        return spans.Count == 0 ? text : Replace(text, spans);
    }

    /// <summary>Whether the text holds a known value in any form; shapes do not count.</summary>
    /// <param name="text">The text to look through.</param>
    public bool HoldsKnownSecret(string text) => _forms.Find(text).Count > 0;

    /// <summary>Starts a stream: text that arrives in pieces, secrets cut in two included.</summary>
    public RedactionStream OpenStream() => new(this);

    /// <summary>Every secret's place, ordered, overlapping ones joined.</summary>
    internal IReadOnlyList<SecretSpan> Find(string text)
    {
        var found = _forms.Find(text);
        found.AddRange(SecretShapes.Find(text));
        if (found.Count < 2)
            return found;
        found.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var joined = new List<SecretSpan> { found[0] };
        foreach (var span in found.Skip(1))
        {
            var last = joined[^1];
            if (span.Start < last.End)
                joined[^1] = last with { End = Math.Max(last.End, span.End) };
            else
                joined.Add(span);
        }

        return joined;
    }

    internal static string Replace(string text, IReadOnlyList<SecretSpan> spans)
    {
        var clean = new StringBuilder(text.Length);
        var position = 0;
        foreach (var span in spans)
        {
            clean.Append(text, position, span.Start - position).Append(span.Marker);
            position = span.End;
        }

        return clean.Append(text, position, text.Length - position).ToString();
    }
}
