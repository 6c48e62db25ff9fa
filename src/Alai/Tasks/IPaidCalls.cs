namespace Alai.Tasks;

/// <summary>The door every paid call passes: reserve before, settle after. Fails closed.</summary>
public interface IPaidCalls
{
    /// <summary>Reserves the most a call can cost.</summary>
    /// <param name="key">The run that pays.</param>
    /// <param name="microUsd">Millionths of a US dollar.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The reservation, or null when a ceiling does not allow it.</returns>
    Task<PaidReservation?> ReserveAsync(RunKey key, long microUsd, CancellationToken cancellationToken);

    /// <summary>Writes what the call really cost; the true amount is recorded even above the reservation.</summary>
    Task SettleAsync(PaidReservation reservation, long microUsd, CancellationToken cancellationToken);
}
