namespace Alai.Tasks;

/// <summary>The work as filed, and where it stands. A snapshot of one row; never changed in place.</summary>
public sealed record FactoryTask
{
    /// <summary>The number shown to people.</summary>
    public required TaskId Id { get; init; }

    /// <summary>A time-ordered id that survives export and import: 26 characters of Crockford base 32.</summary>
    public required string Uid { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>Markdown; may be empty.</summary>
    public string Body { get; init; } = "";

    /// <summary>The product's name, or empty.</summary>
    public string Product { get; init; } = "";

    /// <summary>How urgent, as a person gave it.</summary>
    public Priority Priority { get; init; } = Priority.Medium;

    /// <summary>The priority that counts in the line: open work that waits long rises, up to high.</summary>
    public Priority Counts { get; init; } = Priority.Medium;

    /// <summary>The day it is wanted by, or null; a stage shows its root's.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Who filed it: <c>human:NAME</c>, <c>agent:RUN</c> or <c>company:NAME</c>.</summary>
    public required string Filer { get; init; }

    /// <summary>Who answers for it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>The person working on it now, as <c>human:NAME</c>, or null.</summary>
    public string? Assignee { get; init; }

    /// <summary>When a person last took or edited it; the grace period counts from here.</summary>
    public DateTimeOffset? TouchedAt { get; init; }

    /// <summary>What the rules or the model made of it.</summary>
    public required Classification Classification { get; init; }

    /// <summary>Acceptance criteria, one a line.</summary>
    public IReadOnlyList<string> Criteria { get; init; } = [];

    /// <summary>A verification command a person added to the product's own, or null.</summary>
    public string? Verify { get; init; }

    /// <summary>Whether OPS deploys it after landing.</summary>
    public bool Deploy { get; init; }

    /// <summary>Whether DOCS documents it after landing.</summary>
    public bool Docs { get; init; }

    /// <summary>Free words.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Roots that must be done first.</summary>
    public IReadOnlyList<TaskId> After { get; init; } = [];

    /// <summary>Where it stands in its family.</summary>
    public required Lineage Lineage { get; init; }

    /// <summary>One of five states.</summary>
    public TaskState State { get; init; }

    /// <summary>Why it is held; not null exactly when the state is held.</summary>
    public Hold? Hold { get; init; }

    /// <summary>0 open, 1 restricted to local models, 2 for people only; may only rise.</summary>
    public int Sensitivity { get; init; }

    /// <summary>How far its text may be believed.</summary>
    public TrustLabel Trust { get; init; } = TrustLabel.Filer;

    /// <summary>A person's approval of exactly this content, or, when none was needed, their yes at the last hold; null for neither.</summary>
    public Approval? Approval { get; init; }

    /// <summary>A person's yes to a result (a landing's tree, a deploy); void as soon as the task is held again.</summary>
    public Approval? Consent { get; init; }

    /// <summary>Attempts, tier, waiting.</summary>
    public TaskProgress Progress { get; init; } = new();

    /// <summary>The company it was routed to, or null.</summary>
    public string? Company { get; init; }

    /// <summary>The branch that carries its result, or null.</summary>
    public string? Branch { get; init; }

    /// <summary>The hash of its result (a git tree), or null.</summary>
    public string? ArtefactHash { get; init; }

    /// <summary>What came of it, in one line, or null.</summary>
    public string? Outcome { get; init; }

    /// <summary>Grows with every change; two editors are told apart by it.</summary>
    public long Version { get; init; }

    /// <summary>When it was filed.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it ended, or null.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Whether it is what a person filed, rather than a stage of it.</summary>
    public bool IsRoot => Lineage.Stage is null;

    /// <summary>The text the safety rules read.</summary>
    public TaskText Text => new(Title, Body, Labels);
}
