using Alai.Fleet;
using Alai.Tasks;

namespace Alai.Minions;

/// <summary>What a minion gets: cleared, routed, prompted and bounded.</summary>
public sealed record WorkOrder
{
    /// <summary>The run.</summary>
    public required RunKey Key { get; init; }

    /// <summary>Proof that the task may run by itself; the minion asks the rules again before it starts.</summary>
    public required ClearedTask Cleared { get; init; }

    /// <summary>Where it goes.</summary>
    public required Route Route { get; init; }

    /// <summary>What the model is told first.</summary>
    public required Prompt Prompt { get; init; }

    /// <summary>The host that was picked, or null when no model is needed.</summary>
    public FleetHost? Host { get; init; }

    /// <summary>The folder to work in (the product's root inside the workspace), or null for work without files.</summary>
    public string? Folder { get; init; }

    /// <summary>Runs commands in the sandbox, or null when the run may run none.</summary>
    public SandboxCommands? Commands { get; init; }

    /// <summary>The sandbox level, for the record.</summary>
    public string SandboxLevel { get; init; } = "";

    /// <summary>Whether nothing may be written or run: REVIEW and SECURITY.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether the stage needs a change of files; an answer alone is then <c>no_change</c>.</summary>
    public bool NeedsChange { get; init; } = true;

    /// <summary>Where it may write.</summary>
    public PathRules Paths { get; init; } = new();

    /// <summary>How far it may go.</summary>
    public WorkLimits Limits { get; init; } = new();

    /// <summary>A folder outside the workspace for whole outputs of tools, or null to keep only their ends.</summary>
    public string? ArtefactFolder { get; init; }

    /// <summary>Millionths of a US dollar a paid run may use at most; 0 allows none.</summary>
    public long PaidMicroUsd { get; init; }

    /// <summary>Why <see cref="PaidMicroUsd"/> is 0, or empty.</summary>
    public string PaidRefusal { get; init; } = "";

    /// <summary>The commands of a blueprint without a model, in order.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];
}
