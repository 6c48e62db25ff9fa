using System.Text.RegularExpressions;

namespace Alai.Minions;

/// <summary>Recognises a refusal by its first words; believed only when the model repeats it.</summary>
internal static partial class Refusal
{
    public static bool Is(string text) => Words().IsMatch(text);

    [GeneratedRegex(
        @"^(i['’]?m sorry|i am sorry|sorry|unfortunately)?[,. ]*(but )?(i )(can['’]?t|cannot|can not|won['’]?t|will not|am unable to|am not able to) (help|assist|do|comply|fulfil|fulfill|provide|create|write|continue)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
