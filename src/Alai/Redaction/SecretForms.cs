using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace Alai.Redaction;

/// <summary>The forms in which known values travel: as they are, base64, URL-encoded, JSON- and HTML-escaped, hexadecimal.</summary>
internal sealed class SecretForms
{
    // Shorter fragments of a base64 text would meet innocent words.
    private const int ShortestFragment = 8;

    private readonly string[] _longestFirst;
    private readonly SearchValues<string>? _any;

    public SecretForms(IEnumerable<string> secrets)
    {
        _longestFirst =
        [
            .. secrets.SelectMany(Values).Where(value => value.Length >= Redactor.ShortestKnownSecret).SelectMany(Of)
                .Where(form => form.Length >= Redactor.ShortestKnownSecret)
                .Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length),
        ];
        if (_longestFirst.Length > 0)
            _any = SearchValues.Create(_longestFirst, StringComparison.Ordinal);
    }

    public int Longest => _longestFirst.Length == 0 ? 0 : _longestFirst[0].Length;

    public List<SecretSpan> Find(string text)
    {
        var found = new List<SecretSpan>();
        if (_any is null)
            return found;
        for (var at = 0; at < text.Length;)
        {
            var step = text.AsSpan(at).IndexOfAny(_any);
            if (step < 0)
                break;
            at += step;
            var form = _longestFirst.First(f => string.CompareOrdinal(text, at, f, 0, f.Length) == 0);
            found.Add(new SecretSpan(at, at + form.Length, "known secret"));

            // Not past the whole form: another value may begin inside it and reach further.
            at++;
        }

        return found;
    }

    /// <summary>A value read from a file often carries its line end; each line of a key file is a secret too.</summary>
    private static IEnumerable<string> Values(string secret)
    {
        yield return secret;
        yield return secret.Trim();
        foreach (var line in secret.Split('\n', StringSplitOptions.TrimEntries))
        {
            // "-----BEGIN ..." is no secret.
            if (line.Length >= 16 && !line.StartsWith("-----", StringComparison.Ordinal))
                yield return line;
        }
    }

    private static IEnumerable<string> Of(string value)
    {
        yield return value;
        foreach (var form in Base64(value))
            yield return form;

        var escaped = Uri.EscapeDataString(value);
        yield return escaped;
        yield return LowerEscapes(escaped);
        yield return WebUtility.UrlEncode(value);
        yield return WebUtility.HtmlEncode(value);
        yield return JavaScriptEncoder.Default.Encode(value);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value);

        var hex = Convert.ToHexString(Encoding.UTF8.GetBytes(value));
        yield return hex;
        yield return hex.ToLowerInvariant();
    }

    /// <summary>
    /// Base64 of the value alone, and the middle of it at the two other offsets: in <c>user:secret</c> the secret's
    /// letters depend on where it begins, all but the first and last few.
    /// </summary>
    private static IEnumerable<string> Base64(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        for (var offset = 0; offset < 3; offset++)
        {
            var whole = Convert.ToBase64String([.. new byte[offset], .. bytes]);
            var from = offset == 0 ? 0 : offset + 1;
            var until = (offset + bytes.Length) * 8 / 6;
            if (until - from < ShortestFragment)
                continue;
            var middle = whole[from..until];
            yield return middle;
            yield return middle.Replace('+', '-').Replace('/', '_');
        }
    }

    private static string LowerEscapes(string escaped)
    {
        var lower = new StringBuilder(escaped);
        for (var i = 0; i + 2 < lower.Length; i++)
        {
            if (lower[i] != '%')
                continue;
            lower[i + 1] = char.ToLowerInvariant(lower[i + 1]);
            lower[i + 2] = char.ToLowerInvariant(lower[i + 2]);
        }

        return lower.ToString();
    }
}
