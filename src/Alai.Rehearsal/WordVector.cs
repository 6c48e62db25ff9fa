namespace Alai.Rehearsal;

/// <summary>A vector by hashed words: texts that share words are near each other, without any model.</summary>
internal static class WordVector
{
    private const int Dimensions = 64;

    public static float[] Of(string text)
    {
        var vector = new float[Dimensions];
        foreach (var word in text.ToLowerInvariant().Split(' ', '\n', '\t', '.', ',', ':', ';', '(', ')'))
        {
            var hash = 2166136261u;
            foreach (var letter in word)
                hash = (hash ^ letter) * 16777619u;
            if (word.Length > 0)
                vector[hash % Dimensions] += 1;
        }

        var length = MathF.Sqrt(vector.Sum(value => value * value));
        return length > 0 ? [.. vector.Select(value => value / length)] : [1, .. new float[Dimensions - 1]];
    }
}
