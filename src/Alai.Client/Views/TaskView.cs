namespace Alai.Client.Views;

/// <summary>One task, as shown and as JSON.</summary>
public sealed record TaskView
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>An id that survives export and import.</summary>
    public required string Uid { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>Markdown; left out of lists.</summary>
    public string Body { get; init; } = "";

    /// <summary>The product, or empty.</summary>
    public string Product { get; init; } = "";

    /// <summary><c>blocker</c>, <c>high</c>, <c>medium</c> or <c>low</c>.</summary>
    public required string Priority { get; init; }

    /// <summary>The priority that counts now: open work that waits long rises.</summary>
    public string Counts { get; init; } = "";

    /// <summary>The day it is wanted by, or null.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary><c>open</c>, <c>running</c>, <c>held</c>, <c>done</c> or <c>cancelled</c>.</summary>
    public required string State { get; init; }

    /// <summary>Why it is held, or null.</summary>
    public HoldView? Hold { get; init; }

    /// <summary>What happens with it now, in a few words, for example <c>in pipeline: REVIEW, round 1</c>; may be empty.</summary>
    public string Doing { get; init; } = "";

    /// <summary>What sort of work.</summary>
    public required string Kind { get; init; }

    /// <summary>The field.</summary>
    public required string Domain { get; init; }

    /// <summary>1 to 5.</summary>
    public int Complexity { get; init; }

    /// <summary><c>rules</c> or <c>model:NAME</c>.</summary>
    public string ClassifiedBy { get; init; } = "";

    /// <summary>Why so, in one line.</summary>
    public string ClassifiedWhy { get; init; } = "";

    /// <summary>Who filed it.</summary>
    public required string Filer { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>The person working on it.</summary>
    public string? Assignee { get; init; }

    /// <summary>Acceptance criteria.</summary>
    public IReadOnlyList<string> Criteria { get; init; } = [];

    /// <summary>A verification command of its own.</summary>
    public string? Verify { get; init; }

    /// <summary>Whether OPS follows.</summary>
    public bool Deploy { get; init; }

    /// <summary>Whether DOCS follows.</summary>
    public bool Docs { get; init; }

    /// <summary>Free words.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Roots that come first.</summary>
    public IReadOnlyList<long> After { get; init; } = [];

    /// <summary>Its root; itself for a root.</summary>
    public long Root { get; init; }

    /// <summary>What caused it.</summary>
    public long? Parent { get; init; }

    /// <summary>The stage, or null for a root.</summary>
    public string? Stage { get; init; }

    /// <summary>Rounds of rework so far.</summary>
    public int Round { get; init; }

    /// <summary>0 open, 1 local models only, 2 people only.</summary>
    public int Sensitivity { get; init; }

    /// <summary>The tier of the next run; 0 until routed.</summary>
    public int Tier { get; init; }

    /// <summary>Attempts used.</summary>
    public int Attempts { get; init; }

    /// <summary>The company it went to.</summary>
    public string? Company { get; init; }

    /// <summary>The branch of its result.</summary>
    public string? Branch { get; init; }

    /// <summary>The hash of its result.</summary>
    public string? ArtefactHash { get; init; }

    /// <summary>What came of it.</summary>
    public string? Outcome { get; init; }

    /// <summary>Grows with every change.</summary>
    public long Version { get; init; }

    /// <summary>When it was filed.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
