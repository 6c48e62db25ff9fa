namespace Alai.Tasks;

/// <summary>
/// Where work may write, asked by the tools before and by the gate afterwards. Patterns are <see cref="PathGlob"/> from the
/// product's folder; a folder stands for all below it, and a star without a slash (<c>*.md</c>) for any depth.
/// </summary>
public sealed record PathLimits
{
    /// <summary>The product's folder in the repository; nothing outside of it may change. Empty is the whole repository.</summary>
    public string Root { get; init; } = "";

    /// <summary>Lists of patterns: of each that is not empty one must fit. The product's and the company's, for example.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Allowed { get; init; } = [];

    /// <summary>Patterns none of which may fit, whatever the case of the letters.</summary>
    public IReadOnlyList<string> Forbidden { get; init; } = [];

    /// <summary>Why a path from the product's folder may not be written, or null when it may.</summary>
    /// <param name="path">The path, <c>/</c> between parts.</param>
    public string? Refusal(string path)
    {
        if (Forbidden.FirstOrDefault(glob => Fits(glob.ToUpperInvariant(), path.ToUpperInvariant())) is { } forbidden)
            return $"{path} is forbidden ({forbidden})";
        return Allowed.FirstOrDefault(list => list.Count > 0 && !list.Any(glob => Fits(glob, path))) is { } list
            ? $"{path} is outside of the allowed paths ({string.Join(", ", list)})"
            : null;
    }

    /// <summary>Why a path from the repository's top may not be written, or null when it may.</summary>
    /// <param name="path">The path, <c>/</c> between parts.</param>
    public string? RefusalFromTop(string path) =>
        Below(Root, path) is { } below ? Refusal(below) : $"{path} is outside of the product's folder {Root.Trim('/')}";

    /// <summary>A path of the repository as seen from a folder of it; null when it lies elsewhere.</summary>
    /// <param name="root">The folder; empty is the top.</param>
    /// <param name="path">The path from the top.</param>
    public static string? Below(string root, string path)
    {
        var prefix = root.Trim('/');
        if (prefix.Length == 0)
            return path;
        return path.StartsWith(prefix + "/", StringComparison.Ordinal) ? path[(prefix.Length + 1)..] : null;
    }

    private static bool Fits(string glob, string path)
    {
        var pattern = glob.Trim().TrimEnd('/');
        if (pattern.Contains('*', StringComparison.Ordinal) && !pattern.Contains('/', StringComparison.Ordinal) && pattern != "**")
            pattern = "**/" + pattern;
        return PathGlob.Matches(pattern, path) || PathGlob.Matches(pattern + "/**", path);
    }
}
