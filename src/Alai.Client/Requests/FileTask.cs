namespace Alai.Client.Requests;

/// <summary>A task to file.</summary>
public sealed record FileTask
{
    /// <summary>One line.</summary>
    public string Title { get; set; } = "";

    /// <summary>Markdown.</summary>
    public string Body { get; set; } = "";

    /// <summary>The product, or empty.</summary>
    public string Product { get; set; } = "";

    /// <summary><c>blocker</c>, <c>high</c>, <c>medium</c> or <c>low</c>.</summary>
    public string Priority { get; set; } = "medium";

    /// <summary>Roots that come first.</summary>
    public IReadOnlyList<long> After { get; set; } = [];

    /// <summary>The task it came of, or null; how many and how deep is capped.</summary>
    public long? Parent { get; init; }

    /// <summary>Free words.</summary>
    public IReadOnlyList<string> Labels { get; set; } = [];

    /// <summary>Acceptance criteria.</summary>
    public IReadOnlyList<string> Criteria { get; set; } = [];

    /// <summary>A verification command added to the product's own.</summary>
    public string? Verify { get; init; }

    /// <summary>Whether OPS follows.</summary>
    public bool Deploy { get; init; }

    /// <summary>Whether DOCS follows.</summary>
    public bool Docs { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>The day it is wanted by, or null.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Whether it is one run without a pipeline.</summary>
    public bool OneShot { get; init; }

    /// <summary>The tier to start at, 1 to 5; 0 lets the router choose.</summary>
    public int Tier { get; init; }

    /// <summary>A second filing with the same key returns the first task.</summary>
    public string? Key { get; init; }
}
