namespace Alai.Redaction;

/// <summary>
/// Finds what looks like a secret in text about to be kept. Stricter than <see cref="Redactor"/> about what it believes:
/// a hit blocks a landing, so hashes, lock files and placeholders must not be hits.
/// </summary>
public static class SecretScan
{
    /// <summary>Looks through a whole text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">Its name, for the hits and to tell lock files; may be empty.</param>
    public static IReadOnlyList<SecretHit> Find(string text, string file = "")
    {
        var hits = new List<SecretHit>();
        var lines = new LineNumbers(text);
        var guesses = !SecretLikelihood.IsListOfHashes(file);
        foreach (var shape in SecretShapes.All)
        {
            if (shape.IsGuess && !guesses)
                continue;
            foreach (var span in shape.Find(text))
            {
                var value = text[span.Start..span.End];
                if (shape.IsGuess ? SecretLikelihood.IsLikely(value) : !SecretLikelihood.IsPlaceholder(value))
                    hits.Add(new SecretHit(file, lines.Of(span.Start), shape.Kind, Mask(value)));
            }
        }

        // Two shapes may see the same value; people need it once.
        return [.. hits.DistinctBy(hit => (hit.Line, hit.Excerpt)).OrderBy(hit => hit.Line)];
    }

    /// <summary>Looks through the added lines of a unified diff.</summary>
    /// <param name="diff">What <c>git diff</c> prints.</param>
    /// <returns>Hits with the file and line of the new side.</returns>
    public static IReadOnlyList<SecretHit> FindInDiff(string diff) =>
        [.. AddedText.Of(diff).SelectMany(added => Find(added.Text, added.File).Select(hit => hit with { Line = added.Lines[hit.Line - 1] }))];

    private static string Mask(string value)
    {
        var shown = value.Length >= 16 ? value[..4] : value.Length >= 8 ? value[..1] : "";
        var breaks = shown.IndexOfAny(['\r', '\n']);
        return $"{(breaks < 0 ? shown : shown[..breaks])}... ({value.Length} characters)";
    }
}
