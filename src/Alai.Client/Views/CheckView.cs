namespace Alai.Client.Views;

/// <summary>One check of the gate.</summary>
public sealed record CheckView
{
    /// <summary>Its name.</summary>
    public required string Check { get; init; }

    /// <summary>Whether it passed.</summary>
    public bool Passed { get; init; }

    /// <summary>What was seen, in one line.</summary>
    public required string Seen { get; init; }

    /// <summary>The command, or empty.</summary>
    public string Command { get; init; } = "";

    /// <summary>Its exit code, or null.</summary>
    public int? ExitCode { get; init; }
}
