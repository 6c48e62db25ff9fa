using System.Text.RegularExpressions;

namespace Alai.Quality;

/// <summary>Reads the files a shell line names.</summary>
internal static partial class CommandWords
{
    /// <summary>Whether a word of the line is this path of the repository.</summary>
    public static bool Name(string command, string path) =>
        Words.Split(command).Any(word => (word.StartsWith("./", StringComparison.Ordinal) ? word[2..] : word) == path);

    [GeneratedRegex(@"[\s;&|()'""<>=]+", RegexOptions.None, 1000)]
    private static partial Regex Words { get; }
}
