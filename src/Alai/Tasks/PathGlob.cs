namespace Alai.Tasks;

/// <summary>
/// Patterns of paths inside a repository, always from its root, <c>/</c> between parts, case counted: <c>**</c> any number
/// of parts, <c>*</c> and <c>?</c> inside one part, <c>{a,b}</c> one of several, a trailing <c>/</c> everything below.
/// </summary>
public static class PathGlob
{
    private const int MaximumAlternatives = 64;

    /// <summary>Whether a path fits any of the patterns.</summary>
    public static bool MatchesAny(IEnumerable<string> patterns, string path) =>
        patterns.Any(pattern => Matches(pattern, path));

    /// <summary>Whether a path fits a pattern. A path that leaves the repository (<c>..</c>, absolute) fits none.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="path">The path from the repository's root; <c>\</c> is not a separator.</param>
    public static bool Matches(string pattern, string path)
    {
        if (path.Length == 0 || path[0] == '/')
            return false;
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").ToArray();
        return !parts.Contains("..")
            && Problem(pattern) is null
            && Alternatives(pattern).Any(one => Fits(Parts(one), parts));
    }

    /// <summary>What is wrong with a pattern, or null: empty, absolute, leaving the repository, unbalanced braces.</summary>
    /// <param name="pattern">The pattern.</param>
    public static string? Problem(string pattern)
    {
        if (pattern.Length == 0)
            return "expected a path pattern such as src/**; found nothing";
        if (pattern[0] == '/' || pattern.Split('/').Contains(".."))
            return $"expected a path pattern inside the repository; found '{pattern}'";
        if (pattern.Count(letter => letter == '{') != pattern.Count(letter => letter == '}'))
            return $"expected as many {{ as }} in '{pattern}'";
        return Alternatives(pattern).Count > MaximumAlternatives
            ? $"expected at most {MaximumAlternatives} alternatives in '{pattern}'"
            : null;
    }

    private static string[] Parts(string pattern) =>
        (pattern.EndsWith('/') ? pattern + "**" : pattern).Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static List<string> Alternatives(string pattern)
    {
        var open = pattern.LastIndexOf('{');
        var close = open < 0 ? -1 : pattern.IndexOf('}', open);
        if (close < 0)
            return [pattern];
        var all = new List<string>();
        foreach (var option in pattern[(open + 1)..close].Split(','))
        {
            all.AddRange(Alternatives(string.Concat(pattern.AsSpan(0, open), option, pattern.AsSpan(close + 1))));
            if (all.Count > MaximumAlternatives)
                break;
        }

        return all;
    }

    private static bool Fits(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        // The usual two-cursor match: a later ** makes an earlier one's choice final, so no path takes exponential time.
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < path.Length)
        {
            if (p < pattern.Length && pattern[p] == "**")
                (star, mark) = (p++, t);
            else if (p < pattern.Length && PartFits(pattern[p], path[t]))
                (p, t) = (p + 1, t + 1);
            else if (star >= 0)
                (p, t) = (star + 1, ++mark);
            else
                return false;
        }

        while (p < pattern.Length && pattern[p] == "**")
            p++;
        return p == pattern.Length;
    }

    private static bool PartFits(string pattern, string part)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < part.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
                (star, mark) = (p++, t);
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == part[t]))
                (p, t) = (p + 1, t + 1);
            else if (star >= 0)
                (p, t) = (star + 1, ++mark);
            else
                return false;
        }

        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }
}
