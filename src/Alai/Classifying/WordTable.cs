namespace Alai.Classifying;

/// <summary>Which words speak for which value, the stronger the earlier in the enum's own order on a draw.</summary>
internal sealed class WordTable<T>(IReadOnlyList<(T Value, int Weight, string[] Words)> rows)
    where T : struct, Enum
{
    private readonly List<(T Value, (string Word, int Weight)[] Words)> _values =
    [
        .. rows.GroupBy(row => row.Value).Select(group => (group.Key, group.SelectMany(row => row.Words.Select(word => (word, row.Weight))).ToArray())),
    ];

    /// <summary>The values the text speaks for, strongest first, each with the word that said most.</summary>
    public IReadOnlyList<(T Value, int Score, string Word)> Score(TaskWords text) =>
        [.. _values.Select(value => Sum(value.Value, value.Words, text)).Where(found => found.Score > 0).OrderByDescending(found => found.Score)];

    private static (T Value, int Score, string Word) Sum(T value, (string Word, int Weight)[] words, TaskWords text)
    {
        var (score, most, said) = (0, 0, "");
        foreach (var (word, weight) in words)
        {
            var speaks = weight * text.Weigh(word);
            score += speaks;
            if (speaks > most)
                (most, said) = (speaks, word);
        }

        return (value, score, said);
    }
}
