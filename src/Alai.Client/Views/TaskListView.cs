namespace Alai.Client.Views;

/// <summary>A page of tasks.</summary>
public sealed record TaskListView
{
    /// <summary>The tasks, bodies left out.</summary>
    public IReadOnlyList<TaskView> Tasks { get; init; } = [];

    /// <summary>The cursor of the next page, or null.</summary>
    public string? Next { get; init; }

    /// <summary>Why nothing was found, where a word of the filter names nothing that is known; else null.</summary>
    public string? Note { get; init; }
}
