using System.Text;
using System.Text.RegularExpressions;

namespace Alai.Quality;

/// <summary>Globs over repository paths: <c>*</c> stays within a folder, <c>**</c> does not; a folder stands for all below it.</summary>
internal static class PathPattern
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Whether a path matches any of the globs.</summary>
    public static bool MatchesAny(string path, IEnumerable<string> globs) => globs.Any(glob => Matches(path, glob));

    /// <summary>Whether a path matches one glob. A glob without a slash and with a star matches names in any folder.</summary>
    public static bool Matches(string path, string glob)
    {
        var pattern = glob.Trim().TrimStart('/');
        if (pattern.StartsWith("./", StringComparison.Ordinal))
            pattern = pattern[2..];
        if (pattern.Length == 0)
            return false;
        if (pattern is "." or "**")
            return true;
        var prefix = pattern.Contains('/', StringComparison.Ordinal) || !pattern.Contains('*', StringComparison.Ordinal) ? "^" : "^(.*/)?";
        return Regex.IsMatch(path, prefix + Body(pattern.TrimEnd('/')) + "(/.*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience);
    }

    private static string Body(string pattern)
    {
        var body = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (string.CompareOrdinal(pattern, i, "**/", 0, 3) == 0)
                (_, i) = (body.Append("(.*/)?"), i + 2);
            else if (string.CompareOrdinal(pattern, i, "**", 0, 2) == 0)
                (_, i) = (body.Append(".*"), i + 1);
            else if (pattern[i] == '*')
                body.Append("[^/]*");
            else if (pattern[i] == '?')
                body.Append("[^/]");
            else
                body.Append(Regex.Escape(pattern[i].ToString()));
        }

        return body.ToString();
    }
}
