namespace Alai.Client.Requests;

/// <summary>New values of a task; null leaves a field.</summary>
public sealed record EditFields
{
    /// <summary>One line.</summary>
    public string? Title { get; init; }

    /// <summary>Markdown.</summary>
    public string? Body { get; init; }

    /// <summary>The product.</summary>
    public string? Product { get; init; }

    /// <summary>How urgent.</summary>
    public string? Priority { get; init; }

    /// <summary>Free words; replaces all of them.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>Labels it shall bear besides those it has.</summary>
    public IReadOnlyList<string>? AddLabels { get; init; }

    /// <summary>Labels it shall not bear.</summary>
    public IReadOnlyList<string>? RemoveLabels { get; init; }

    /// <summary>Acceptance criteria.</summary>
    public IReadOnlyList<string>? Criteria { get; init; }

    /// <summary>A verification command.</summary>
    public string? Verify { get; init; }

    /// <summary>Whether OPS follows.</summary>
    public bool? Deploy { get; init; }

    /// <summary>Whether DOCS follows.</summary>
    public bool? Docs { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>The day it is wanted by.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Whether it shall have no such day any more.</summary>
    public bool NoDue { get; init; }

    /// <summary>Roots that come first; replaces the list.</summary>
    public IReadOnlyList<long>? After { get; init; }

    /// <summary>The version the person saw; another one is refused. Null overwrites.</summary>
    public long? Version { get; init; }
}
