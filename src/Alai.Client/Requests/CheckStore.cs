namespace Alai.Client.Requests;

/// <summary>Checks the store; accepts what is there when asked to.</summary>
public sealed record CheckStore
{
    /// <summary>Whether a person accepts what is left after a loss.</summary>
    public bool Accept { get; init; }

    /// <summary>Why; required to accept.</summary>
    public string Reason { get; set; } = "";
}
