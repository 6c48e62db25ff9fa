using Alai.Client;
using Alai.Tasks;

namespace Alai.Host.Api;

/// <summary>Words of a closed set that are not in it.</summary>
internal static class Words
{
    public static Answer Unknown<T>(string what, string word)
        where T : struct, Enum => Answer.Bad(
            $"Unknown {what} '{word}'.",
            "one of: " + string.Join(", ", SnakeWord<T>.All),
            word,
            NearestWord.Of(word, SnakeWord<T>.All) is { } near ? $"Did you mean '{near}'?" : "");
}
