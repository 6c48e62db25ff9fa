namespace Alai.Orchestration;

/// <summary>One result of an examination.</summary>
/// <param name="Name">What was examined.</param>
/// <param name="Verdict"><c>ok</c>, <c>warning</c> or <c>failed</c>.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="Fix">What to do, or empty.</param>
internal sealed record ExamFinding(string Name, string Verdict, string Seen, string Fix = "");
