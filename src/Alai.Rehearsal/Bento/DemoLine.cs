namespace Alai.Rehearsal.Bento;

/// <summary>One line of the demo's story.</summary>
/// <param name="Kind"><c>filed</c>, <c>passed</c>, <c>findings</c>, <c>caught</c>, <c>landed</c>, <c>done</c>, <c>held</c>, <c>check</c>, <c>met</c> or <c>missed</c>.</param>
/// <param name="Task">The root, or empty.</param>
/// <param name="Text">The line.</param>
/// <param name="Stage">The stage it is about, for example <c>review</c>, or empty.</param>
internal sealed record DemoLine(string Kind, string Task, string Text, string Stage = "");
