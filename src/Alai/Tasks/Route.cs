namespace Alai.Tasks;

/// <summary>Where a task goes, and why.</summary>
public sealed record Route
{
    /// <summary>1 to 5; 0 for a blueprint of commands, which needs none.</summary>
    public required int Tier { get; init; }

    /// <summary>The company's name.</summary>
    public required string Company { get; init; }

    /// <summary>The role inside the company: lead, builder or reviewer.</summary>
    public required string Role { get; init; }

    /// <summary>The model's name as the host serves it; empty for a person or a blueprint of commands.</summary>
    public string Model { get; init; } = "";

    /// <summary>Executors to try, in order; never empty.</summary>
    public required IReadOnlyList<string> Executors { get; init; }

    /// <summary>Hosts to prefer, in order; empty means any that serves the model.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Whether a call costs money.</summary>
    public bool Paid { get; init; }

    /// <summary>The reason in one line.</summary>
    public required string Reason { get; init; }
}
