namespace Alai.Quality;

/// <summary>One command that proves a result.</summary>
/// <param name="Text">A line for <c>/bin/sh -c</c>.</param>
/// <param name="By">Where it comes from: <c>product</c> or <c>task</c>.</param>
public sealed record VerifyCommand(string Text, string By = "product");
