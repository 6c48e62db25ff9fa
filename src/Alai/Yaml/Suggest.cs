namespace Alai.Yaml;

/// <summary>"Did you mean": the known word nearest to a mistyped one.</summary>
public static class Suggest
{
    /// <summary>The nearest candidate, or null when none is near enough to be worth saying.</summary>
    /// <param name="word">What was typed; case does not count.</param>
    /// <param name="candidates">The known words.</param>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        // One slip in three letters still reads as the same word; a garbage key of kilobytes is not worth comparing.
        var limit = word.Length > 64 ? 0 : Math.Max(1, (word.Length + 1) / 3);
        string? best = null;
        foreach (var candidate in candidates)
        {
            var distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant(), limit);
            if (distance > limit || distance >= candidate.Length)
                continue;
            best = candidate;
            limit = distance - 1;
            if (distance == 0)
                break;
        }

        return best;
    }

    /// <summary>The end of an error text: <c>; did you mean 'hosts'?</c>, else the known words.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="candidates">The known words.</param>
    public static string Phrase(string word, IReadOnlyCollection<string> candidates) =>
        Nearest(word, candidates) is { } near ? $"; did you mean '{near}'?"
        : candidates.Count == 0 ? ""
        : $"; expected one of: {string.Join(", ", candidates)}";

    /// <summary>Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.</summary>
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return int.MaxValue;
        var before = new int[b.Length + 1];
        var above = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, above) = (above, row);
        }

        return above[b.Length];
    }
}
