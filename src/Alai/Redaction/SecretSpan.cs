namespace Alai.Redaction;

/// <summary>Where a secret stands in a text: from <paramref name="Start"/> up to but not including <paramref name="End"/>.</summary>
internal sealed record SecretSpan(int Start, int End, string Kind)
{
    public string Marker => $"[redacted: {Kind}]";
}
