namespace Alai.Quality;

/// <summary>One added or removed line.</summary>
/// <param name="Number">Its number, from 1: in the new file when added, in the old file when removed.</param>
/// <param name="Text">The line without its sign and line end.</param>
public sealed record DiffLine(int Number, string Text);
