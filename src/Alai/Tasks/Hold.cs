namespace Alai.Tasks;

/// <summary>Why a task is held, in one sentence, and who can lift it.</summary>
/// <param name="Code">The reason from the closed set.</param>
/// <param name="Text">One sentence: what holds it and what to do.</param>
/// <param name="LiftedBy">Who can lift it, for example <c>owner</c>, <c>operator</c> or <c>human:anna</c>.</param>
public sealed record Hold(HoldCode Code, string Text, string LiftedBy = "owner");
