namespace Alai.Client.Views;

/// <summary>A piece of the daemon's log.</summary>
public sealed record LogView
{
    /// <summary>The lines, secrets redacted.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Where the next piece begins, in bytes.</summary>
    public long Next { get; init; }

    /// <summary>The file.</summary>
    public string File { get; init; } = "";
}
