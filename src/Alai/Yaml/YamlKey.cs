namespace Alai.Yaml;

/// <summary>
/// One key of a file's shape: what the strict reader accepts, what the editor's schema says and what the reference prints.
/// </summary>
/// <param name="Path">
/// The way to it, dots between keys, for example <c>fleet.hosts.url</c>; <c>*</c> stands for a key of the person's choice,
/// the items of a list of maps need no mark.
/// </param>
/// <param name="Kind">What it holds.</param>
/// <param name="Meaning">One sentence for people.</param>
public sealed record YamlKey(string Path, YamlKind Kind, string Meaning)
{
    /// <summary>What holds when it is absent, in words or as it would be written; empty when nothing does.</summary>
    public string Default { get; init; } = "";

    /// <summary>Whether its map must have it.</summary>
    public bool Required { get; init; }

    /// <summary>The closed set of a <see cref="YamlKind.Word"/>, of each item of <see cref="YamlKind.Texts"/>, or of the names
    /// a <c>*</c> may take; empty leaves it open.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The least number.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The greatest number.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];
}
