namespace Alai.Safety;

/// <summary>A text fit to be stored, or what is wrong with it: one of the two is null.</summary>
/// <param name="Text">The text to store.</param>
/// <param name="Problem">What was expected, what was found, what to do.</param>
public sealed record TextCheck(string? Text, string? Problem)
{
    internal static TextCheck Good(string text) => new(text, null);

    internal static TextCheck Refused(string problem) => new(null, problem);
}
