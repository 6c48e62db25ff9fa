namespace Alai.MissionControl;

/// <summary>A link of the chain that does not hold.</summary>
/// <param name="Sequence">The event.</param>
/// <param name="Problem">What is wrong with it.</param>
/// <param name="Mark">What an acceptance names: it changes when the event changes again.</param>
public sealed record ChainBreak(long Sequence, string Problem, string Mark);
