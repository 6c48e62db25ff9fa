using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Alai.Minions;

/// <summary>Globs over relative paths with forward slashes. Without a slash a glob means the name at any depth.</summary>
internal static class Glob
{
    private const int MostKept = 1000;

    // Building an expression costs a thousand times what asking it does, and every write asks all of them.
    private static readonly ConcurrentDictionary<string, Regex> Kept = new(StringComparer.Ordinal);

    public static bool Matches(string glob, string path)
    {
        if (!Kept.TryGetValue(glob, out var regex))
        {
            if (Kept.Count >= MostKept)
                Kept.Clear();
            regex = Kept[glob] = Build(glob);
        }

        return regex.IsMatch(path);
    }

    private static Regex Build(string glob)
    {
        var pattern = glob.Trim().TrimStart('/');
        if (pattern.StartsWith("./", StringComparison.Ordinal))
            pattern = pattern[2..];
        if (pattern.EndsWith('/'))
            pattern += "**";
        if (!pattern.Contains('/', StringComparison.Ordinal) && pattern != "**")
            pattern = "**/" + pattern;
        return new Regex(Translate(pattern), RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);
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
