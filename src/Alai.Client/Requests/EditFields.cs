using System.Text.Json.Serialization;

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

    /// <summary>The fields given here that are one task's own: its words, its proof, its place. Many tasks at once are not given them.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> OfOneTask =>
    [
        .. new (string Name, bool IsGiven)[]
        {
            ("title", Title is not null), ("body", Body is not null), ("criteria", Criteria is not null), ("verify", Verify is not null),
            ("label", Labels is not null), ("after", After is not null), ("if-version", Version is not null),
        }.Where(one => one.IsGiven).Select(one => one.Name),
    ];

    /// <summary>Why many tasks at once are not given these fields.</summary>
    public static string NotForMany(IReadOnlyList<string> fields) =>
        $"Many tasks cannot be given the same {string.Join(", ", fields)}; expected product, priority, owner, due, deploy, docs, labels to add or labels to remove.";
}
