namespace Alai.Processes;

/// <summary>One line a child wrote.</summary>
/// <param name="IsError">Whether it came on standard error.</param>
/// <param name="Text">The line without its end.</param>
public readonly record struct OutputLine(bool IsError, string Text);
