using Alai.Fleet;

namespace Alai.Minions;

/// <summary>What an executor needs to reach models.</summary>
/// <param name="Fleet">Which hosts are up.</param>
/// <param name="Picker">Another host when one fails.</param>
/// <param name="Clients">A client for each protocol.</param>
public sealed record ModelDoor(FleetMonitor Fleet, HostPicker Picker, IReadOnlyList<IChatEngine> Clients)
{
    internal IReadOnlyDictionary<EngineKind, IChatEngine> Engines { get; } = Clients.ToDictionary(client => client.Kind);
}
