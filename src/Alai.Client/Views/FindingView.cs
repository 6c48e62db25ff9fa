namespace Alai.Client.Views;

/// <summary>One finding of a judge.</summary>
public sealed record FindingView
{
    /// <summary>How bad: low, medium, high.</summary>
    public string Severity { get; init; } = "";

    /// <summary>The file, or empty.</summary>
    public string File { get; init; } = "";

    /// <summary>What is wrong and what would be right.</summary>
    public required string Text { get; init; }
}
