namespace Alai.Settings;

/// <summary>One tier as the file writes it.</summary>
public sealed record TierSettings
{
    /// <summary>1 to 5.</summary>
    public required int Tier { get; init; }

    /// <summary>The model's name as the host serves it; empty for a tier of people.</summary>
    public string Model { get; init; } = "";

    /// <summary>Names of hosts, in order of preference; empty means any host that serves the model.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Executors to try, in order; never empty.</summary>
    public required IReadOnlyList<string> Executors { get; init; }

    /// <summary>Longest time without a token or a tool event.</summary>
    public required TimeSpan Idle { get; init; }

    /// <summary>Longest time of a whole run.</summary>
    public required TimeSpan Wall { get; init; }

    /// <summary>Whether its calls cost money.</summary>
    public bool Paid { get; init; }

    /// <summary>Most runs at once on this tier, or null for no limit of its own.</summary>
    public int? MaxRuns { get; init; }

    /// <summary>The file with the provider's key, relative to the home; null for none. Only the daemon reads it.</summary>
    public string? ApiKeyFile { get; init; }

    /// <summary>Where the provider's API is; null for the public one of the executor's provider.</summary>
    public Uri? ApiUrl { get; init; }

    /// <summary>The context window asked of the host in tokens, or null for the model's profile.</summary>
    public int? NumCtx { get; init; }
}
