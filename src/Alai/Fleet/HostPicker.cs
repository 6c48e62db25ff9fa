namespace Alai.Fleet;

/// <summary>Chooses a host for a model: preferred hosts first, then the least runs in flight, then where it is in memory already.</summary>
/// <param name="slots">The runs on each host.</param>
public sealed class HostPicker(HostSlots slots)
{
    /// <summary>Takes a slot on the best host.</summary>
    /// <param name="snapshot">The fleet.</param>
    /// <param name="model">The model's name.</param>
    /// <param name="preferred">Hosts to prefer, in order; empty for none.</param>
    /// <param name="localOnly">Whether models that pass words on to a cloud are refused.</param>
    public HostPick Pick(FleetSnapshot snapshot, string model, IReadOnlyList<string> preferred, bool localOnly)
    {
        var serving = snapshot.Serving(model, localOnly).ToList();
        if (serving.Count == 0)
            return new HostPick(null, WhyNone(snapshot, model, localOnly));
        foreach (var state in Ranked(serving, model, preferred))
        {
            if (slots.TryTake(state.Host) is { } lease)
                return new HostPick(lease, $"host {state.Host.Name}: {(Warm(state, model) ? "has the model in memory" : "serves the model")}, {slots.InFlight(state.Host.Name)} of {state.Host.MaxRuns} slots");
        }

        return new HostPick(null, $"Every host that serves {model} is full ({string.Join(", ", serving.Select(state => state.Host.Name))})", Full: true);
    }

    /// <summary>Another host that serves the same model, for a call that failed in the middle of a run; takes no slot.</summary>
    /// <param name="snapshot">The fleet.</param>
    /// <param name="model">The model's name.</param>
    /// <param name="except">The hosts that failed.</param>
    /// <param name="localOnly">Whether models that pass words on to a cloud are refused.</param>
    public FleetHost? Elsewhere(FleetSnapshot snapshot, string model, IReadOnlyCollection<string> except, bool localOnly) =>
        Ranked(snapshot.Serving(model, localOnly).Where(state => !except.Contains(state.Host.Name)), model, [])
            .FirstOrDefault()?.Host;

    private IEnumerable<HostState> Ranked(IEnumerable<HostState> serving, string model, IReadOnlyList<string> preferred) => serving
        .OrderBy(state => preferred.Count == 0 || preferred.Contains(state.Host.Name) ? 0 : 1)
        .ThenBy(state => slots.InFlight(state.Host.Name))
        .ThenBy(state => Warm(state, model) ? 0 : 1)
        .ThenBy(state => IndexOf(preferred, state.Host.Name));

    private static bool Warm(HostState state, string model) => state.Find(model) is { } served && state.HasLoaded(served);

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (names[index] == name)
                return index;
        }

        return int.MaxValue;
    }

    private static string WhyNone(FleetSnapshot snapshot, string model, bool localOnly)
    {
        if (localOnly && snapshot.Serving(model, false).FirstOrDefault() is { } cloud)
            return $"{model} on {cloud.Host.Name} passes its words on to {cloud.Find(model)!.RemoteHost}; this task may use local models only";
        var down = snapshot.Hosts.Where(state => !state.Up).Select(state => $"{state.Host.Name} is down: {state.Reason}").ToList();
        return down.Count > 0
            ? $"no host that is up serves {model}; {string.Join("; ", down)}"
            : $"no host serves {model}; run: ollama pull {model}";
    }
}
