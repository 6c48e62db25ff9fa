namespace Alai.Client.Views;

/// <summary>Whether dispatch is halted.</summary>
public sealed record HaltView
{
    /// <summary>True after <c>alai halt</c>.</summary>
    public bool Halted { get; init; }

    /// <summary>Who.</summary>
    public string By { get; init; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset? At { get; init; }
}
