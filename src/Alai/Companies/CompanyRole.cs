namespace Alai.Companies;

/// <summary>One of a company's people.</summary>
public sealed record CompanyRole
{
    /// <summary><c>lead</c>, <c>builder</c> or <c>reviewer</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its page in Markdown: how this role works.</summary>
    public required string Page { get; init; }

    /// <summary>The model it prefers, as a host serves it, or null for its tier's.</summary>
    public string? Model { get; init; }

    /// <summary>The tools it may use; a subset of <see cref="KnownTools"/>.</summary>
    public required IReadOnlyList<string> Tools { get; init; }

    /// <summary>Most model turns of a run, or null for the factory's.</summary>
    public int? MaxSteps { get; init; }

    /// <summary>Most minutes of a run, or null for the tier's.</summary>
    public int? MaxMinutes { get; init; }

    /// <summary>Every tool there is.</summary>
    public static IReadOnlyList<string> KnownTools { get; } =
        ["read_file", "write_file", "edit_file", "search", "list", "run", "finish"];

    /// <summary>The tools that change something or execute; judging stages never have them.</summary>
    public static IReadOnlyList<string> ActingTools { get; } = ["write_file", "edit_file", "run"];
}
