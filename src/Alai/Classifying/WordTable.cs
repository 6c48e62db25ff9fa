namespace Alai.Classifying;

/// <summary>Which words speak for which value, the stronger the earlier in the enum's own order on a draw.</summary>
internal sealed class WordTable<T>(IReadOnlyList<(T Value, int Weight, string[] Words)> rows)
    where T : struct, Enum
{
    /// <summary>The values the text speaks for, strongest first, each with the word that said most.</summary>
    public IReadOnlyList<(T Value, int Score, string Word)> Score(TaskWords text) =>
    [
        .. rows.GroupBy(row => row.Value)
            .Select(group => Sum(group.Key, group.SelectMany(row => row.Words.Select(word => (word, Score: row.Weight * text.Weigh(word))))))
            .Where(found => found.Score > 0)
            .OrderByDescending(found => found.Score),
    ];

    private static (T Value, int Score, string Word) Sum(T value, IEnumerable<(string Word, int Score)> found)
    {
        var hits = found.Where(hit => hit.Score > 0).OrderByDescending(hit => hit.Score).ToList();
        return (value, hits.Sum(hit => hit.Score), hits.Count == 0 ? "" : hits[0].Word);
    }
}
