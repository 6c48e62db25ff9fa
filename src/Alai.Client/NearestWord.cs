namespace Alai.Client;

/// <summary>"Did you mean": the known word nearest to a mistyped one.</summary>
public static class NearestWord
{
    /// <summary>The nearest candidate, or null when none is near enough to be meant.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="candidates">What is known.</param>
    public static string? Of(string word, IEnumerable<string> candidates)
    {
        var typed = word.ToLowerInvariant();
        var best = candidates
            .Select(candidate => (candidate, distance: Distance(typed, candidate.ToLowerInvariant())))
            .OrderBy(pair => pair.distance)
            .FirstOrDefault();
        if (best.candidate is null)
            return null;

        // A third of the letters may be wrong: more would be guessing.
        var allowed = Math.Max(1, Math.Max(typed.Length, best.candidate.Length) / 3);
        return best.distance <= allowed ? best.candidate : null;
    }

    /// <summary>Edits between two words; two neighbouring letters swapped count as one.</summary>
    private static int Distance(string left, string right)
    {
        var twoAbove = new int[right.Length + 1];
        var above = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var row = new int[right.Length + 1];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
            }

            (twoAbove, above) = (above, row);
        }

        return above[right.Length];
    }
}
