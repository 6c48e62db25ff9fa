using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>What somebody wants filed, before anything is checked.</summary>
public sealed record FilingRequest
{
    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>The product's name, or empty.</summary>
    public string Product { get; init; } = "";

    /// <summary>How urgent.</summary>
    public Priority Priority { get; init; } = Priority.Medium;

    /// <summary>Who files it, as <c>human:NAME</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>Who answers for it: a person (<c>human:NAME</c>), a company's name, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>The day it is wanted by, or null.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Acceptance criteria.</summary>
    public IReadOnlyList<string> Criteria { get; init; } = [];

    /// <summary>A verification command added to the product's own.</summary>
    public string? Verify { get; init; }

    /// <summary>Whether OPS follows.</summary>
    public bool Deploy { get; init; }

    /// <summary>Whether DOCS follows.</summary>
    public bool Docs { get; init; }

    /// <summary>Free words.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Roots that must be done first.</summary>
    public IReadOnlyList<long> After { get; init; } = [];

    /// <summary>The task it came of, or null.</summary>
    public long? Parent { get; init; }

    /// <summary>Whether it is a one-shot without a pipeline.</summary>
    public bool OneShot { get; init; }

    /// <summary>The tier to start at; 0 lets the router choose.</summary>
    public int Tier { get; init; }

    /// <summary>The company it is meant for, or null.</summary>
    public string? Company { get; init; }

    /// <summary>A hold it is filed with when the safety rules have none; null for none.</summary>
    public Hold? Hold { get; init; }

    /// <summary>A second filing with the same key returns the first task.</summary>
    public string? Key { get; init; }
}
