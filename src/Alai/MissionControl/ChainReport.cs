namespace Alai.MissionControl;

/// <summary>What a verification of the event chain found.</summary>
/// <param name="IsSound">Whether every link holds and the head is the anchored one.</param>
/// <param name="Links">Links verified.</param>
/// <param name="Problem">What is wrong, with sequence numbers; empty when sound.</param>
public sealed record ChainReport(bool IsSound, long Links, string Problem);
