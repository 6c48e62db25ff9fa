using System.Text;
using System.Text.RegularExpressions;

namespace Alai.Minions;

/// <summary>Globs over relative paths with forward slashes. Without a slash a glob means the name at any depth.</summary>
internal static class Glob
{
    public static bool Matches(string glob, string path)
    {
        var pattern = glob.Trim().TrimStart('/');
        if (pattern.StartsWith("./", StringComparison.Ordinal))
            pattern = pattern[2..];
        if (pattern.EndsWith('/'))
            pattern += "**";
        if (!pattern.Contains('/', StringComparison.Ordinal) && pattern != "**")
            pattern = "**/" + pattern;
        return Regex.IsMatch(path, Translate(pattern), RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);
    }

    private static string Translate(string glob)
    {
        var regex = new StringBuilder("^");
        for (var at = 0; at < glob.Length; at++)
        {
            if (glob.AsSpan(at).StartsWith("**/"))
            {
                regex.Append("(?:.*/)?");
                at += 2;
            }
            else if (glob.AsSpan(at).StartsWith("**"))
            {
                regex.Append(".*");
                at++;
            }
            else
            {
                regex.Append(glob[at] switch { '*' => "[^/]*", '?' => "[^/]", _ => Regex.Escape(glob[at].ToString()) });
            }
        }

        return regex.Append('$').ToString();
    }
}
