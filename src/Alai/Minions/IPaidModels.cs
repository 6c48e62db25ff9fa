using Alai.Tasks;

namespace Alai.Minions;

/// <summary>
/// Opens doors to paid models. It alone knows keys; what a run gets is a socket and a token that are worth nothing elsewhere.
/// A second implementation stands in the tests; the daemon's own needs a web server, which this library must not know.
/// </summary>
public interface IPaidModels
{
    /// <summary>Opens a door for one run; it closes with the run.</summary>
    /// <param name="order">The run; its route names tier and model.</param>
    /// <param name="log">Hears of every call.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<PaidDoorAnswer> OpenAsync(WorkOrder order, IRunLog log, CancellationToken cancellationToken);
}
