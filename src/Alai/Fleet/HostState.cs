namespace Alai.Fleet;

/// <summary>One host as the last probe saw it.</summary>
public sealed record HostState
{
    /// <summary>The host.</summary>
    public required FleetHost Host { get; init; }

    /// <summary>Whether it answered.</summary>
    public bool Up { get; init; }

    /// <summary>Why it is down, in one sentence; empty when up.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The server's version, or empty.</summary>
    public string Version { get; init; } = "";

    /// <summary>What it serves.</summary>
    public IReadOnlyList<ServedModel> Models { get; init; } = [];

    /// <summary>What is in memory.</summary>
    public IReadOnlyList<LoadedModel> Loaded { get; init; } = [];

    /// <summary>When it was probed.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The served model of that name, or null.</summary>
    public ServedModel? Find(string model) => Models.FirstOrDefault(served => served.Answers(model));

    /// <summary>Whether the model is in memory.</summary>
    public bool HasLoaded(ServedModel model) =>
        Loaded.Any(loaded => loaded.Name == model.Name || (model.Digest.Length > 0 && loaded.Digest == model.Digest));
}
