namespace Alai.Client.Requests;

/// <summary>Takes a bundle, or the issues of another tracker.</summary>
public sealed record ImportFrom
{
    /// <summary>The file, absolute.</summary>
    public required string File { get; init; }

    /// <summary><c>bundle</c>, <c>beads</c> or <c>github</c>.</summary>
    public string From { get; set; } = "bundle";

    /// <summary>The product of issues; empty for the only one.</summary>
    public string Product { get; set; } = "";

    /// <summary>Whether a bundle's settings come too, where this home has none.</summary>
    public bool WithSettings { get; init; }
}
