using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>New values of a task; null leaves a field.</summary>
public sealed record TaskEdit
{
    /// <summary>One line.</summary>
    public string? Title { get; init; }

    /// <summary>Markdown.</summary>
    public string? Body { get; init; }

    /// <summary>How urgent.</summary>
    public Priority? Priority { get; init; }

    /// <summary>The product's name.</summary>
    public string? Product { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>Acceptance criteria.</summary>
    public IReadOnlyList<string>? Criteria { get; init; }

    /// <summary>Free words.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>Labels it shall bear besides its own, or besides <see cref="Labels"/>; merged before the rules read them.</summary>
    public IReadOnlyList<string> AddLabels { get; init; } = [];

    /// <summary>Labels it shall not bear.</summary>
    public IReadOnlyList<string> RemoveLabels { get; init; } = [];

    /// <summary>A verification command.</summary>
    public string? Verify { get; init; }

    /// <summary>Whether OPS follows.</summary>
    public bool? Deploy { get; init; }

    /// <summary>Whether DOCS follows.</summary>
    public bool? Docs { get; init; }

    /// <summary>Roots that must be done first; replaces the list. A cycle is refused by name.</summary>
    public IReadOnlyList<TaskId>? After { get; init; }

    /// <summary>The day it is wanted by; <see cref="NoDay"/> takes the day away.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>What <see cref="Due"/> is when there shall be no day.</summary>
    public static DateTimeOffset NoDay { get; } = DateTimeOffset.UnixEpoch;

    /// <summary>The sensitivity the rules give the new text; may only rise.</summary>
    public int? Sensitivity { get; init; }

    /// <summary>The hold the rules give the new text, or null.</summary>
    public Hold? Hold { get; init; }

    /// <summary>The classification the rules give the new text.</summary>
    public Classification? Classification { get; init; }
}
