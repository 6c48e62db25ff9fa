namespace Alai.Fleet;

/// <summary>One model server the factory may use.</summary>
public sealed record FleetHost
{
    /// <summary>Its name in settings, routes and reports.</summary>
    public required string Name { get; init; }

    /// <summary>Its base address, for example <c>http://127.0.0.1:11434</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>What it speaks.</summary>
    public EngineKind Engine { get; init; } = EngineKind.Ollama;

    /// <summary>The machine's memory in GB, or null when nobody said.</summary>
    public double? MemoryGb { get; init; }

    /// <summary>Runs at a time on this host.</summary>
    public int MaxRuns { get; init; } = 1;

    /// <summary>The machine it stands on, when two hosts share one; else empty.</summary>
    public string Machine { get; init; } = "";
}
