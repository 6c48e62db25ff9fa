namespace Alai.MissionControl;

/// <summary>How far the store had come when it was last written down outside of it.</summary>
/// <param name="Sequence">The newest event.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Commit">The number of the newest group commit: it also counts writes that append no event.</param>
internal readonly record struct AnchoredHead(long Sequence, byte[] Hash, long Commit);
