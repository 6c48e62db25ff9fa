namespace Alai.Settings;

/// <summary>Where pages go.</summary>
public sealed record WikiSettings
{
    /// <summary><c>folder</c> or <c>bookstack</c>.</summary>
    public string Kind { get; init; } = "folder";

    /// <summary>BookStack's address; null for a folder.</summary>
    public Uri? Url { get; init; }

    /// <summary>The file with BookStack's token, relative to the home; null for a folder.</summary>
    public string? TokenFile { get; init; }
}
