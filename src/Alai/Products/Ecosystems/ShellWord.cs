namespace Alai.Products.Ecosystems;

/// <summary>A file name as one word of a shell command.</summary>
internal static class ShellWord
{
    public static string Quote(string word) =>
        word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '/') && !word.StartsWith('-')
            ? word
            : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
