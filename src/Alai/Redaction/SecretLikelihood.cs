namespace Alai.Redaction;

/// <summary>Tells a value that could open a door from a placeholder, a reference or a word.</summary>
internal static class SecretLikelihood
{
    // Bits a character; English words lie near 2.5 to 3, random base64 of 16 characters above 3.3.
    private const double LeastEntropy = 2.9;

    private static readonly string[] Placeholders =
    [
        "example", "changeme", "change-me", "change_me", "placeholder", "your-", "your_", "yourkey", "xxxx", "****",
        "....", "dummy", "redacted", "insert", "replace", "todo", "secret-here", "not-a-real", "notreal", "fake", "sample",
    ];

    // A reference to a value is no value.
    private static readonly string[] References =
        ["${", "$(", "{{", "<%", "%(", "process.env", "os.environ", "getenv", "env.", "env(", "secrets.", "config.", "vault:", "file:"];

    private static readonly string[] HashFiles =
    [
        "package-lock.json", "packages.lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "go.sum",
        "cargo.lock", "poetry.lock", "gemfile.lock", "composer.lock", "uv.lock", "flake.lock", "project.assets.json",
    ];

    public static bool IsListOfHashes(string file) =>
        HashFiles.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase)
        || file.EndsWith(".sha256", StringComparison.OrdinalIgnoreCase)
        || file.EndsWith(".sum", StringComparison.OrdinalIgnoreCase);

    public static bool IsPlaceholder(string value) =>
        Placeholders.Any(word => value.Contains(word, StringComparison.OrdinalIgnoreCase))
        || References.Any(word => value.Contains(word, StringComparison.OrdinalIgnoreCase))
        || value is ['<', .., '>'] or ['$', ..] or ['%', .., '%']
        || value.Distinct().Count() <= 3;

    /// <summary>Whether a value found only by the name beside it deserves to be believed.</summary>
    public static bool IsLikely(string value) =>
        !IsPlaceholder(value) && !IsCode(value) && !IsDigest(value)
        && value.Any(char.IsDigit) && value.Any(char.IsLetter) && Entropy(value) >= LeastEntropy;

    private static bool IsCode(string value) =>
        value.Contains('(', StringComparison.Ordinal) || value.Contains("::", StringComparison.Ordinal)
        || value.StartsWith('/') || value.StartsWith("./", StringComparison.Ordinal) || value.Contains("://", StringComparison.Ordinal);

    private static bool IsDigest(string value) =>
        value.StartsWith("sha256", StringComparison.OrdinalIgnoreCase) || value.StartsWith("sha512", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("sha1-", StringComparison.OrdinalIgnoreCase)
        || Guid.TryParse(value, out _);

    private static double Entropy(string value)
    {
        var bits = 0.0;
        foreach (var group in value.GroupBy(letter => letter))
        {
            var share = (double)group.Count() / value.Length;
            bits -= share * Math.Log2(share);
        }

        return bits;
    }
}
