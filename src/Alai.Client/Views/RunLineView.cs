namespace Alai.Client.Views;

/// <summary>One attempt, in one line.</summary>
public sealed record RunLineView
{
    /// <summary>The stage.</summary>
    public required string Stage { get; init; }

    /// <summary>How it ended, or null while it runs.</summary>
    public string? Outcome { get; init; }

    /// <summary>The tier.</summary>
    public int Tier { get; init; }

    /// <summary>The model, or empty.</summary>
    public string Model { get; init; } = "";

    /// <summary>The host, or empty.</summary>
    public string Host { get; init; } = "";
}
