namespace Alai.Workspaces;

/// <summary>How a landing ended.</summary>
/// <param name="Word">The sort.</param>
/// <param name="Tip">The target's tip afterwards, or null when it could not be read.</param>
/// <param name="Text">One line for people.</param>
/// <param name="Command">The command a person must run, or empty.</param>
public sealed record LandingAnswer(LandingWord Word, string? Tip, string Text, string Command = "");
