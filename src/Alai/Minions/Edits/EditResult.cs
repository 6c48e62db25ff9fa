namespace Alai.Minions.Edits;

/// <summary>What came of an edit: a new text, or why not.</summary>
/// <param name="Text">The whole new text, or null.</param>
/// <param name="Problem">What was wrong and what to do; empty when it worked.</param>
/// <param name="How">How the old text was found: <c>exact</c>, <c>spaces</c>, <c>indent</c> or <c>blank lines</c>.</param>
/// <param name="Line">The first changed line, from 1.</param>
internal sealed record EditResult(string? Text, string Problem, string How = "", int Line = 0)
{
    public static EditResult Refused(string problem) => new(null, problem);
}
