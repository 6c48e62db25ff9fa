using Alai.Tasks;

namespace Alai.Companies;

/// <summary>How a sort of task is done: named steps, each a command or a goal for a model.</summary>
public sealed record Blueprint
{
    /// <summary>Its file's name without ending, for example <c>bugfix</c>.</summary>
    public required string Name { get; init; }

    /// <summary>One sentence: when to use it.</summary>
    public required string Summary { get; init; }

    /// <summary>The stages it is for; empty means those of BUILD and SINGLE.</summary>
    public IReadOnlyList<Stage> Stages { get; init; } = [];

    /// <summary>The kinds of task it is chosen for by itself; empty means only by name.</summary>
    public IReadOnlyList<TaskKind> Kinds { get; init; } = [];

    /// <summary>The steps in order; never empty.</summary>
    public required IReadOnlyList<BlueprintStep> Steps { get; init; }

    /// <summary>Whether any step needs a model; a blueprint of commands needs none and no tier.</summary>
    public bool NeedsModel => Steps.Any(step => step.Goal is not null);
}
