using System.Text.RegularExpressions;

namespace Alai.Minions.Edits;

/// <summary>Finds the comments with which models leave code out: "rest of the code unchanged".</summary>
internal static partial class Elisions
{
    /// <summary>The first line of a new text that stands for code left out, or null. Lines the old text had are innocent.</summary>
    public static string? Find(string text, string before)
    {
        var known = TextLine.Split(before).Select(line => line.Text.Trim()).ToHashSet(StringComparer.Ordinal);
        return TextLine.Split(text).Select(line => line.Text.Trim())
            .FirstOrDefault(line => !known.Contains(line) && (Dots().IsMatch(line) || Words().IsMatch(line)));
    }

    [GeneratedRegex(@"^(//|#|--|/\*|<!--|;|%|\*|\{/\*)\s*(\.\.\.|…)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Dots();

    [GeneratedRegex(
        @"^(//|#|--|/\*|<!--|;|%|\*|\{/\*|\[|\(|\.\.\.|…).{0,12}\b(rest|remainder|remaining|existing|previous|other|same)\b.{0,30}\b(code|file|functions?|methods?|class|implementation|content|imports|tests|lines)\b.{0,24}(\.\.\.|…|\b(unchanged|same|here|above|stays?|remains?)\b|\*/|-->|\]|\))",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
