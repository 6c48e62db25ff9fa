namespace Alai.Client.Views;

/// <summary>A plain answer.</summary>
public sealed record SaidView
{
    /// <summary>One or more lines for the person.</summary>
    public required string Said { get; init; }
}
