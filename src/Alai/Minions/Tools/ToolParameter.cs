namespace Alai.Minions.Tools;

/// <summary>One argument of a tool; flat by intent.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">One phrase.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="IsNumber">A whole number instead of text.</param>
internal sealed record ToolParameter(string Name, string Meaning, bool Required = true, bool IsNumber = false);
