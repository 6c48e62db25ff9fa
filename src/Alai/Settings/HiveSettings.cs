namespace Alai.Settings;

/// <summary>How lessons are found again.</summary>
public sealed record HiveSettings
{
    /// <summary><c>builtin</c> or <c>qdrant</c>.</summary>
    public string Index { get; init; } = "builtin";

    /// <summary>The embedding model on a host of the fleet, or null for word search alone.</summary>
    public string? EmbedModel { get; init; }

    /// <summary>Qdrant's address; null for the built-in index.</summary>
    public Uri? Url { get; init; }

    /// <summary>The file with Qdrant's key, relative to the home, or null.</summary>
    public string? ApiKeyFile { get; init; }
}
