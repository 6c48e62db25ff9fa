using System.Text.RegularExpressions;

namespace Alai.Quality;

/// <summary>Reads the files a shell line names.</summary>
internal static partial class CommandWords
{
    private static readonly string[] Runners = ["sh", "bash", "dash", "zsh", "ash", "python", "python3", "node", "ruby", "perl", "php", "pwsh", "source", ".", "env", "exec", "time", "deno", "bun", "tsx"];

    /// <summary>Whether a word of the line is this path of the repository.</summary>
    public static bool Name(string command, string path) => Words.Split(command).Any(word => Bare(word) == path);

    /// <summary>Whether the line runs this path as a program, rather than reading it.</summary>
    public static bool Run(string command, string path)
    {
        foreach (var part in Parts.Split(command))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var program = words.SkipWhile(word => Runners.Contains(word, StringComparer.Ordinal) || word.StartsWith('-') || word.Contains('=', StringComparison.Ordinal)).FirstOrDefault();
            if (program is not null && Bare(program.Trim('"', '\'')) == path)
                return true;
        }

        return false;
    }

    private static string Bare(string word) => word.StartsWith("./", StringComparison.Ordinal) ? word[2..] : word;

    [GeneratedRegex(@"[;&|()\n]+", RegexOptions.None, 1000)]
    private static partial Regex Parts { get; }

    [GeneratedRegex(@"[\s;&|()'""<>=]+", RegexOptions.None, 1000)]
    private static partial Regex Words { get; }
}
