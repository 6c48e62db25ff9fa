using Alai.Tasks;

namespace Alai.Companies;

/// <summary>One virtual company: who it is, what it serves, what its people may touch.</summary>
public sealed record Company
{
    /// <summary>Its folder's name, for example <c>codecraft</c>.</summary>
    public required string Name { get; init; }

    /// <summary>As people write it, for example <c>CodeCraft</c>.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence.</summary>
    public required string Purpose { get; init; }

    /// <summary>The domains it serves at each stage; an empty list means every domain no other company names there.</summary>
    public required IReadOnlyDictionary<Stage, IReadOnlyList<Domain>> Stages { get; init; }

    /// <summary>Its identity, values and expertise in Markdown.</summary>
    public required string Soul { get; init; }

    /// <summary>Its people by role: <c>lead</c>, <c>builder</c>, <c>reviewer</c>; always all three.</summary>
    public required IReadOnlyDictionary<string, CompanyRole> Roles { get; init; }

    /// <summary>Patterns (<see cref="PathGlob"/>) of what it may change, inside what the product allows.</summary>
    public IReadOnlyList<string> AllowedPaths { get; init; } = ["**"];

    /// <summary>Patterns it may never change; they win over the allowed ones.</summary>
    public IReadOnlyList<string> ForbiddenPaths { get; init; } = [];

    /// <summary>Its own blueprints; the shared ones are in the catalogue.</summary>
    public IReadOnlyList<Blueprint> Blueprints { get; init; } = [];

    /// <summary>Whether a path may be changed by it.</summary>
    /// <param name="path">The path from the product's folder.</param>
    public bool MayChange(string path) =>
        PathGlob.MatchesAny(AllowedPaths, path) && !PathGlob.MatchesAny(ForbiddenPaths, path);

    /// <summary>The role that works at a stage: the reviewer judges, the lead answers, the builder does the rest.</summary>
    public CompanyRole RoleFor(Stage stage) => Roles[stage switch
    {
        Stage.Review or Stage.Security => "reviewer",
        Stage.Single => "lead",
        _ => "builder",
    }];
}
