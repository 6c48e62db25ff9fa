using System.Globalization;
using System.Text;
using Alai.Safety;

namespace Alai.Orchestration;

/// <summary>What is mended in the words of another tracker so that they can be filed here; each mend is said.</summary>
internal static class ForeignWords
{
    /// <summary>The issues as they can be filed, and what was changed or left out of them, one line each.</summary>
    /// <param name="issues">Those of one file.</param>
    /// <param name="earlier">The keys of others that were filed by an earlier import.</param>
    public static (IReadOnlyList<ForeignIssue> Issues, IReadOnlyList<string> Told) Mend(IReadOnlyList<ForeignIssue> issues, IEnumerable<string> earlier)
    {
        var keys = issues.Select(issue => issue.Key).Concat(earlier).ToHashSet(StringComparer.Ordinal);
        var told = new List<string>();
        return ([.. issues.Select(issue => Shorten(Straighten(Tied(issue, keys, told), told)))], told);
    }

    private static ForeignIssue Tied(ForeignIssue issue, HashSet<string> keys, List<string> told)
    {
        var gone = issue.Needs.Where(key => !keys.Contains(key)).Select(Name).ToList();
        if (gone.Count == 0)
            return issue;
        told.Add($"{issue.Name} after {string.Join(", ", gone)}: not in this file, so it does not wait");
        return issue with { Body = $"{issue.Body}; waited there for {string.Join(", ", gone)}, which the import did not have" };
    }

    private static ForeignIssue Straighten(ForeignIssue issue, List<string> told)
    {
        var mended = issue with { Title = Straight(issue.Title), Body = Straight(issue.Body) };
        if (mended.Title.Length + mended.Body.Length < issue.Title.Length + issue.Body.Length)
            told.Add($"{issue.Name}: text direction characters, which hide what a text says");
        return mended;
    }

    private static ForeignIssue Shorten(ForeignIssue issue)
    {
        var title = new StringInfo(issue.Title);
        return title.LengthInTextElements <= TextHygiene.LongestTitle ? issue : issue with
        {
            Title = title.SubstringByTextElements(0, TextHygiene.LongestTitle - 3) + "...",
            Body = issue.Title + "\n\n" + issue.Body,
        };
    }

    private static string Name(string key) => key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static string Straight(string text)
    {
        if (!text.Any(IsDirection))
            return text;
        var straight = new StringBuilder(text.Length);
        foreach (var letter in text.Where(letter => !IsDirection(letter)))
            straight.Append(letter);
        return straight.ToString();
    }

    private static bool IsDirection(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';
}
