using System.Text.RegularExpressions;

namespace Alai.Quality;

/// <summary>A pattern over single lines, with what it means.</summary>
internal sealed class LineRule
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // A line longer than this is generated or minified; looking at its start is enough and keeps the gate quick.
    private const int LongestLine = 2000;

    private readonly Regex regex;

    public LineRule(string pattern, string meaning, bool ignoreCase = true)
    {
        var options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        regex = new Regex(pattern, options, Patience);
        Meaning = meaning;
    }

    /// <summary>What a hit means, in a few words.</summary>
    public string Meaning { get; }

    /// <summary>Whether the line is hit.</summary>
    public bool Hits(string line) => regex.IsMatch(line.Length > LongestLine ? line[..LongestLine] : line);
}
