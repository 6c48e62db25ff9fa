using Alai.Tasks;

namespace Alai.Prompting;

/// <summary>A piece of context.</summary>
/// <param name="Source">Where it came from, for example <c>hive 7</c>.</param>
/// <param name="Trust">How far it may be believed.</param>
/// <param name="Text">Its text.</param>
public sealed record PromptSnippet(string Source, TrustLabel Trust, string Text);
