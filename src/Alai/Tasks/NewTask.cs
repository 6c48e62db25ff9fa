namespace Alai.Tasks;

/// <summary>A task about to be filed, already judged and classified.</summary>
public sealed record NewTask
{
    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>The product's name, or empty.</summary>
    public string Product { get; init; } = "";

    /// <summary>How urgent.</summary>
    public Priority Priority { get; init; } = Priority.Medium;

    /// <summary>The priority a person gave, where another one counts by now; null for the same.</summary>
    public Priority? Given { get; init; }

    /// <summary>The day it is wanted by, or null; roots only.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Who files it.</summary>
    public required string Filer { get; init; }

    /// <summary>Who answers for it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>What the rules made of it.</summary>
    public required Classification Classification { get; init; }

    /// <summary>Acceptance criteria.</summary>
    public IReadOnlyList<string> Criteria { get; init; } = [];

    /// <summary>A person's verification command, or null.</summary>
    public string? Verify { get; init; }

    /// <summary>Whether OPS follows.</summary>
    public bool Deploy { get; init; }

    /// <summary>Whether DOCS follows.</summary>
    public bool Docs { get; init; }

    /// <summary>Free words.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Roots that must be done first.</summary>
    public IReadOnlyList<TaskId> After { get; init; } = [];

    /// <summary>Null for a root; a stage for a stage task.</summary>
    public Stage? Stage { get; init; }

    /// <summary>The stage the store files under a root in the same transaction; null for stage tasks.</summary>
    public Stage? FirstStage { get; init; }

    /// <summary>The title of that first stage task, for example <c>[BENTO-BUILD] Add a menu</c>.</summary>
    public string FirstStageTitle { get; init; } = "";

    /// <summary>The root, for stage tasks; null for roots.</summary>
    public TaskId? Root { get; init; }

    /// <summary>The task that caused this one.</summary>
    public TaskId? Parent { get; init; }

    /// <summary>The round of rework.</summary>
    public int Round { get; init; }

    /// <summary>A hold it is filed with, or null.</summary>
    public Hold? Hold { get; init; }

    /// <summary>0 to 2.</summary>
    public int Sensitivity { get; init; }

    /// <summary>How far its text may be believed.</summary>
    public TrustLabel Trust { get; init; } = TrustLabel.Filer;

    /// <summary>The tier to start at; 0 lets the router choose.</summary>
    public int Tier { get; init; }

    /// <summary>The company it is meant for, or null.</summary>
    public string? Company { get; init; }

    /// <summary>The pipeline as it stands now, copied so that an edit never changes a running one; YAML, roots only.</summary>
    public string? Pipeline { get; init; }

    /// <summary>A second filing with the same key returns the first task; null for none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>What the stage works from: a branch or commit of the previous stage, findings, check output; JSON.</summary>
    public string? Input { get; init; }
}
