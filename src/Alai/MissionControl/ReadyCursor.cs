using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Where a page of ready tasks ended.</summary>
/// <param name="Priority">The last one's priority.</param>
/// <param name="RunAt">The last one's time.</param>
/// <param name="Id">The last one.</param>
public readonly record struct ReadyCursor(Priority Priority, DateTimeOffset RunAt, TaskId Id);
