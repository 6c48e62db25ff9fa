namespace Alai.MissionControl;

/// <summary>What a verification of the event chain found.</summary>
/// <param name="IsSound">Whether every link holds, or its break was accepted by a person, and the head is the anchored one.</param>
/// <param name="Links">Links verified.</param>
/// <param name="Problem">What is wrong, with sequence numbers; empty when sound.</param>
public sealed record ChainReport(bool IsSound, long Links, string Problem)
{
    /// <summary>Links that do not hold and that nobody accepted; at most 100.</summary>
    public IReadOnlyList<ChainBreak> Breaks { get; init; } = [];

    /// <summary>Links that do not hold and that a person accepted.</summary>
    public IReadOnlyList<ChainBreak> Accepted { get; init; } = [];
}
