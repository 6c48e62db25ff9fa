using System.Text;

namespace Alai.Redaction;

/// <summary>
/// Redacts text that arrives in pieces. The end is held back until it is certain that no secret begins in it, so one
/// cut in two by a buffer never gets out. Not safe to share between threads.
/// </summary>
public sealed class RedactionStream
{
    // Long enough for the frames in front of a secret ("Authorization: Bearer ") and for all keys but PEM blocks and
    // long JWTs; those reach to the end of what was read and so are held whole.
    private const int HeldBack = 1024;

    // A stream that never ends a "key" would otherwise grow without bound.
    private const int MostHeld = 64 * 1024;

    private readonly Redactor _redactor;
    private readonly StringBuilder _held = new();

    internal RedactionStream(Redactor redactor) => _redactor = redactor;

    /// <summary>Takes a piece.</summary>
    /// <param name="piece">The next characters.</param>
    /// <returns>What may be shown now; often empty.</returns>
    public string Append(string piece)
    {
        _held.Append(piece);
        var keep = Math.Max(HeldBack, _redactor.LongestForm);
        if (_held.Length <= keep)
            return "";

        var text = _held.ToString();
        var spans = _redactor.Find(text);
        var cut = text.Length - keep;
        if (spans.FirstOrDefault(span => span.Start < cut && span.End > cut) is { } open)
            cut = text.Length > MostHeld ? open.End : open.Start;
        if (cut > 0 && cut < text.Length && char.IsLowSurrogate(text[cut]))
            cut--;
        if (cut == 0)
            return "";
        _held.Remove(0, cut);
        return Redactor.Replace(text[..cut], [.. spans.Where(span => span.End <= cut)]);
    }

    /// <summary>The rest, when no more comes.</summary>
    public string Finish()
    {
        var rest = _redactor.Redact(_held.ToString());
        _held.Clear();
        return rest;
    }
}
