using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Which tasks to list.</summary>
public sealed record TaskFilter
{
    /// <summary>States to include; empty means all.</summary>
    public IReadOnlyList<TaskState> States { get; init; } = [];

    /// <summary>Only roots (the default for people), or stage tasks too.</summary>
    public bool RootsOnly { get; init; } = true;

    /// <summary>Only this product.</summary>
    public string? Product { get; init; }

    /// <summary>Only this owner or assignee.</summary>
    public string? Owner { get; init; }

    /// <summary>Only tasks bearing this label.</summary>
    public string? Label { get; init; }

    /// <summary>Only this hold.</summary>
    public HoldCode? Hold { get; init; }

    /// <summary>Words of title or body.</summary>
    public string? Text { get; init; }

    /// <summary>Only what ended from then on.</summary>
    public DateTimeOffset? FinishedSince { get; init; }

    /// <summary>Only what is not done and was wanted before this moment.</summary>
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Order by the day it is wanted; only what has one and is not done.</summary>
    public bool ByDue { get; init; }

    /// <summary>Order by priority and age instead of newest first.</summary>
    public bool ByUrgency { get; init; }

    /// <summary>The cursor of the page before, or null.</summary>
    public string? After { get; init; }

    /// <summary>At most this many; 1 to 500.</summary>
    public int Limit { get; init; } = 50;
}
