namespace Alai.Client.Requests;

/// <summary>Makes a backup.</summary>
public sealed record BackUp
{
    /// <summary>A file that does not exist, or a folder, absolute; empty for the home's own folder.</summary>
    public string To { get; set; } = "";

    /// <summary>Whether every transcript and the wiki go in too.</summary>
    public bool Whole { get; init; }
}
