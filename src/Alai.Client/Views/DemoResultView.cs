namespace Alai.Client.Views;

/// <summary>The demo in figures, counted in the store: what <c>alai demo --json</c> prints.</summary>
public sealed record DemoResultView
{
    /// <summary>Tasks a person or a finding filed.</summary>
    public int Tasks { get; init; }

    /// <summary>Of them, done.</summary>
    public int Done { get; init; }

    /// <summary>Of them, waiting for a person.</summary>
    public int Held { get; init; }

    /// <summary>Of them, cancelled.</summary>
    public int Cancelled { get; init; }

    /// <summary>Attempts.</summary>
    public int Runs { get; init; }

    /// <summary>Runs the gate refused.</summary>
    public int GateRejections { get; init; }

    /// <summary>Rework rounds.</summary>
    public int Rounds { get; init; }

    /// <summary>How long it took.</summary>
    public double Seconds { get; init; }

    /// <summary>Always <c>rehearsal</c>: the model is scripted.</summary>
    public string Model { get; init; } = "rehearsal";

    /// <summary>The home it used and kept.</summary>
    public required string Home { get; init; }
}
