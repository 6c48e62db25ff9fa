namespace Alai.Client.Views;

/// <summary>One company.</summary>
public sealed record CompanyView
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>As people write it.</summary>
    public required string Title { get; init; }

    /// <summary>The stages it serves.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>The fields it knows.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>What it is, in one line.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Its roles.</summary>
    public IReadOnlyList<CompanyRoleView> Roles { get; init; } = [];

    /// <summary>Its blueprints.</summary>
    public IReadOnlyList<string> Blueprints { get; init; } = [];

    /// <summary>Paths it may change.</summary>
    public IReadOnlyList<string> AllowedPaths { get; init; } = [];

    /// <summary>Paths it may not.</summary>
    public IReadOnlyList<string> ForbiddenPaths { get; init; } = [];

    /// <summary>Its identity, Markdown; left out of lists.</summary>
    public string Soul { get; init; } = "";
}
