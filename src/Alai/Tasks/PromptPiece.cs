namespace Alai.Tasks;

/// <summary>One piece of a prompt's context, for the record.</summary>
/// <param name="Source">Where it came from, for example <c>task #12</c> or <c>hive 7</c>.</param>
/// <param name="Trust">How far it may be believed.</param>
/// <param name="Tokens">Its estimated size.</param>
/// <param name="Cut">Whether the budget cut it short.</param>
public sealed record PromptPiece(string Source, TrustLabel Trust, int Tokens, bool Cut = false);
