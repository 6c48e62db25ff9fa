using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Holds it as <c>blocked</c>.</summary>
/// <param name="Task">The task.</param>
/// <param name="Actor">The person, as <c>human:NAME</c>.</param>
/// <param name="Reason">What blocks it; required.</param>
public sealed record BlockTask(TaskId Task, string Actor, string Reason) : PersonChange(Task, Actor);
