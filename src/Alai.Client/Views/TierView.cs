namespace Alai.Client.Views;

/// <summary>One step of the ladder of models.</summary>
public sealed record TierView
{
    /// <summary>1 (smallest) to 5 (a person).</summary>
    public int Tier { get; init; }

    /// <summary>The model, or empty for a person.</summary>
    public string Model { get; init; } = "";

    /// <summary>Hosts that are up and serve it.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>How it is run, in order.</summary>
    public IReadOnlyList<string> Executors { get; init; } = [];

    /// <summary>Whether its calls cost money.</summary>
    public bool Paid { get; init; }

    /// <summary>What is wrong and what to do; empty when it works.</summary>
    public string Problem { get; init; } = "";
}
