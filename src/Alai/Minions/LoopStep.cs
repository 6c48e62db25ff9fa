namespace Alai.Minions;

/// <summary>One step as loop detection sees it.</summary>
/// <param name="Call">Tool and arguments.</param>
/// <param name="Result">What came back.</param>
/// <param name="Failed">Whether it failed.</param>
/// <param name="Changed">Whether a file changed.</param>
/// <param name="Subject">Tool and file, or empty.</param>
/// <param name="Said">The model's words in that turn.</param>
internal sealed record LoopStep(string Call, string Result, bool Failed, bool Changed, string Subject = "", string Said = "");
