namespace Alai.Orchestration;

/// <summary>What sort of backup is wanted.</summary>
/// <param name="Whole">Whether every transcript and the wiki go in too.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="Mark">A word of its name, or empty.</param>
internal sealed record BackupWish(bool Whole, string Reason, string Mark);
