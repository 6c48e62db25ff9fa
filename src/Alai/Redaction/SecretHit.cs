namespace Alai.Redaction;

/// <summary>Something in a text or diff that looks like a secret.</summary>
/// <param name="File">The file, or empty when the text has none.</param>
/// <param name="Line">The line, from 1; in a diff the line of the new file.</param>
/// <param name="Kind">What it looks like.</param>
/// <param name="Excerpt">Its first characters and its length, never the whole: <c>ghp_... (40 characters)</c>.</param>
public sealed record SecretHit(string File, int Line, string Kind, string Excerpt)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => File.Length == 0 ? $"line {Line}: {Kind} {Excerpt}" : $"{File}:{Line}: {Kind} {Excerpt}";
}
