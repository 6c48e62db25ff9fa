using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Takes back what a person did last, where that harms nothing.</summary>
/// <param name="Task">The task it was done to; a root. Zero means the last thing of all.</param>
/// <param name="Actor">The person, as <c>human:NAME</c>.</param>
public sealed record UndoLast(TaskId Task, string Actor) : PersonChange(Task, Actor);
