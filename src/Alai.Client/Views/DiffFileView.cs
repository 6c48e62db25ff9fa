namespace Alai.Client.Views;

/// <summary>One changed file.</summary>
public sealed record DiffFileView
{
    /// <summary>Its path from the top of the repository.</summary>
    public required string Path { get; init; }

    /// <summary><c>added</c>, <c>modified</c>, <c>deleted</c>, <c>renamed</c> and the like.</summary>
    public required string Kind { get; init; }

    /// <summary>Where it was, for a rename.</summary>
    public string? OldPath { get; init; }

    /// <summary>Lines added; null for a binary file.</summary>
    public int? Added { get; init; }

    /// <summary>Lines deleted; null for a binary file.</summary>
    public int? Deleted { get; init; }
}
