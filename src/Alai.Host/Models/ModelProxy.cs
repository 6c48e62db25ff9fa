using Alai.Minions;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Host.Models;

/// <summary>
/// Opens a door to a paid model for each run that needs one: a web server on a socket of its own, which alone puts the key in.
/// Invariant: no call reaches the provider without a reservation in the ledger, and no door outlives its run.
/// </summary>
internal sealed class ModelProxy(FactoryParts parts) : IPaidModels, IDisposable
{
    // A redirect would carry the key to another host.
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <inheritdoc/>
    public async Task<PaidDoorAnswer> OpenAsync(WorkOrder order, IRunLog log, CancellationToken cancellationToken)
    {
        var (terms, refusal) = PaidTerms.Of(parts, order);
        if (terms is null)
            return new PaidDoorAnswer(null, refusal);
        return new PaidDoorAnswer(await RunDoor.OpenAsync(new DoorParts(parts, terms, order, log, http), cancellationToken), "");
    }

    public void Dispose() => http.Dispose();
}
