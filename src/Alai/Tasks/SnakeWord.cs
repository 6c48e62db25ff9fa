using System.Collections.Frozen;
using System.Text;

namespace Alai.Tasks;

/// <summary>The lower-case words that stand for enum values in the store, on the wire and in texts.</summary>
/// <typeparam name="T">The enum.</typeparam>
public static class SnakeWord<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Words =
        Enum.GetValues<T>().ToFrozenDictionary(v => v, v => Fold(v.ToString()));

    private static readonly FrozenDictionary<string, T> Values =
        Words.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    /// <summary>Every word, in the order of the enum.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<T>().Select(v => Words[v])];

    /// <summary>The word of a value, for example <c>safety_rule</c>.</summary>
    public static string Of(T value) => Words[value];

    /// <summary>The value of a word, or false when no value bears it.</summary>
    public static bool TryParse(string? word, out T value) => Values.TryGetValue(word ?? "", out value);

    /// <summary>The value of a word that the store or the wire must know.</summary>
    /// <exception cref="FormatException">The word is not one of <see cref="All"/>.</exception>
    public static T Parse(string word) => TryParse(word, out var value)
        ? value
        : throw new FormatException($"'{word}' is no {typeof(T).Name}; expected one of: {string.Join(", ", All)}.");

    private static string Fold(string name)
    {
        var word = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0)
                word.Append('_');
            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}
