namespace Alai.Quality;

/// <summary>A set-up to run on a base commit.</summary>
public sealed record SetupRequest
{
    /// <summary>The product's set-up commands, in order; lines for <c>/bin/sh -c</c>.</summary>
    public required IReadOnlyList<string> Commands { get; init; }

    /// <summary>The base commit, never a result: set-up runs code with a network.</summary>
    public required string BaseCommit { get; init; }

    /// <summary>Writes the base's files.</summary>
    public required TreeExport Export { get; init; }

    /// <summary>The product's name: products never share what set-up prepared, for it holds their files.</summary>
    public string Product { get; init; } = "";

    /// <summary>Patterns of the manifests and lock files that key the cache beside the known ones, from the product's folder.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>The product's root in the repository; empty is its top.</summary>
    public string Root { get; init; } = "";

    /// <summary>What the owner agreed to.</summary>
    public SetupNetwork Network { get; init; } = SetupNetwork.None;

    /// <summary>How long one command may take.</summary>
    public TimeSpan CommandLimit { get; init; } = TimeSpan.FromMinutes(15);
}
