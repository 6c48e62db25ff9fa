namespace Alai.Client.Requests;

/// <summary>Writes everything as one bundle.</summary>
public sealed record ExportTo
{
    /// <summary>A file that does not exist, absolute.</summary>
    public required string File { get; init; }
}
