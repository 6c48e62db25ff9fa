using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Gives it to a person, or back to the factory.</summary>
/// <param name="Task">The task.</param>
/// <param name="Actor">The person, as <c>human:NAME</c>.</param>
/// <param name="Assignee"><c>human:NAME</c>, or null for the factory; before it is resolved, also a known name or <c>me</c>.</param>
public sealed record AssignToPerson(TaskId Task, string Actor, string? Assignee) : PersonChange(Task, Actor);
