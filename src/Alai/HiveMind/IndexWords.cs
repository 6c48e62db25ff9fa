using System.Text;

namespace Alai.HiveMind;

/// <summary>
/// Splits text into the words that are searched: identifiers whole and in parts, paths in parts, runs of Chinese, Japanese and
/// Korean letters in pairs. Splitting identifiers more than doubles what plain word search finds in code (measured).
/// </summary>
internal static class IndexWords
{
    private const int LongestWord = 64;

    // Frequent English words match everything and cost the most in a search without pruning.
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "do", "does", "for", "from", "had", "has", "have", "he", "how", "i", "if", "in", "into", "is", "it", "its",
        "may", "must", "no", "not", "of", "on", "or", "our", "shall", "she", "should", "so", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those",
        "to", "was", "we", "were", "what", "when", "where", "which", "who", "why", "will", "with", "would", "you", "your",
    };

    /// <summary>The words of a text in order, repeats included.</summary>
    public static IEnumerable<string> Of(string text)
    {
        foreach (var run in Runs(text.Normalize(NormalizationForm.FormKC)))
        {
            if (IsWide(run[0]))
            {
                foreach (var pair in Pairs(run))
                    yield return pair;
                continue;
            }

            var whole = run.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
            if (whole.Length is > 0 and <= LongestWord)
                yield return whole;
            var parts = Parts(run);
            if (parts.Count < 2)
                continue;
            foreach (var part in parts)
                yield return part;
        }
    }

    /// <summary>The distinct words of a question that say something.</summary>
    public static IReadOnlyList<string> OfQuestion(string text) =>
        [.. Of(text).Where(word => !Common.Contains(word) && (word.Length > 1 || IsWide(word[0]))).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Runs(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var belongs = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_' || char.IsSurrogate(text[i]));
            var turns = belongs && start >= 0 && IsWide(text[i]) != IsWide(text[start]);
            if (start >= 0 && (!belongs || turns))
            {
                yield return text[start..i];
                start = -1;
            }

            if (belongs && start < 0)
                start = i;
        }
    }

    private static IEnumerable<string> Pairs(string run)
    {
        for (var i = 0; i < run.Length; i++)
        {
            yield return run[i].ToString();
            if (i + 1 < run.Length)
                yield return run.Substring(i, 2);
        }
    }

    private static List<string> Parts(string run)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < run.Length; i++)
        {
            if (part.Length > 0 && Breaks(run, i))
                Close(parts, part);
            if (run[i] != '_' && part.Length < LongestWord)
                part.Append(char.ToLowerInvariant(run[i]));
        }

        Close(parts, part);
        return parts;
    }

    // HTTPServer is "http server", v2Beta is "v 2 beta", snake_case breaks at the line.
    private static bool Breaks(string run, int i)
    {
        var (before, here) = (run[i - 1], run[i]);
        return here == '_' || before == '_'
            || (char.IsUpper(here) && !char.IsUpper(before))
            || (char.IsUpper(here) && char.IsUpper(before) && i + 1 < run.Length && char.IsLower(run[i + 1]))
            || char.IsDigit(here) != char.IsDigit(before);
    }

    private static void Close(List<string> parts, StringBuilder part)
    {
        if (part.Length > 0)
            parts.Add(part.ToString());
        part.Clear();
    }

    private static bool IsWide(char letter) => letter is >= '\u2E80' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF';
}
