namespace Alai.Fleet;

/// <summary>One configured tier.</summary>
public sealed record TierSetting
{
    /// <summary>1 to 5.</summary>
    public required int Tier { get; init; }

    /// <summary>The model's name, or empty for a person or a cloud program.</summary>
    public string Model { get; init; } = "";

    /// <summary>Hosts to use; empty means any that serves the model.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Executors in order.</summary>
    public IReadOnlyList<string> Executors { get; init; } = ["ollama-tool", "ollama-simple"];

    /// <summary>Progress-free time before a call counts as stalled.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether its calls cost money.</summary>
    public bool Paid { get; init; }

    /// <summary>Runs at a time on this tier, or null for no limit of its own.</summary>
    public int? MaxRuns { get; init; }

    /// <summary>Whether a host of the fleet must serve the model: not for people and programs with their own account.</summary>
    public bool NeedsHost => Model.Length > 0 && !Paid
        && Executors.Any(name => name.StartsWith("ollama-", StringComparison.Ordinal)
            || name.StartsWith("llama-", StringComparison.Ordinal));
}
