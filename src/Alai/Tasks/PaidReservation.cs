namespace Alai.Tasks;

/// <summary>Money set aside for one call.</summary>
/// <param name="Id">Its ledger row.</param>
/// <param name="Key">The run that pays.</param>
/// <param name="MicroUsd">Millionths of a US dollar.</param>
public sealed record PaidReservation(long Id, RunKey Key, long MicroUsd);
