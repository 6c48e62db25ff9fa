using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>A place in the line of ready stages: where a page ended, or who stands there.</summary>
/// <param name="Priority">The priority that counts.</param>
/// <param name="RunAt">From when it may start.</param>
/// <param name="Id">The stage.</param>
public readonly record struct ReadyCursor(Priority Priority, DateTimeOffset RunAt, TaskId Id);
