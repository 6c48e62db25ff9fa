namespace Alai.Tasks;

/// <summary>One step of a run.</summary>
/// <param name="Kind"><c>phase</c>, <c>prompt</c>, <c>model</c>, <c>tool</c>, <c>check</c>, <c>note</c> or <c>warning</c>.</param>
/// <param name="Title">One line for people.</param>
/// <param name="Detail">The whole text, redacted by the log; may be long.</param>
public sealed record RunStep(string Kind, string Title, string Detail = "");
