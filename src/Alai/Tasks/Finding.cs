namespace Alai.Tasks;

/// <summary>One thing a judging stage found.</summary>
/// <param name="Severity"><c>low</c>, <c>medium</c> or <c>high</c>.</param>
/// <param name="File">The file it is about, or empty.</param>
/// <param name="Text">What is wrong and what would be right.</param>
public sealed record Finding(string Severity, string File, string Text);
