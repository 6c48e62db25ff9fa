namespace Alai.HiveMind;

/// <summary>What HiveMind holds.</summary>
/// <param name="Entries">All that were ever learned.</param>
/// <param name="Retracted">Of them, retracted.</param>
/// <param name="Expired">Of them, expired and not retracted.</param>
/// <param name="ByKind">Those that count, by kind.</param>
/// <param name="ByProduct">Those that count, by product; empty is shared.</param>
/// <param name="Recalls">How often entries were handed to a prompt.</param>
/// <param name="NeverRecalled">Entries that count and were never handed to a prompt.</param>
public sealed record HiveStats(
    long Entries,
    long Retracted,
    long Expired,
    IReadOnlyDictionary<string, long> ByKind,
    IReadOnlyDictionary<string, long> ByProduct,
    long Recalls,
    long NeverRecalled);
