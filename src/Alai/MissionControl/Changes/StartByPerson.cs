using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>The person works on it now; makes no run. Lifts no safety hold, but a person may do held work.</summary>
/// <param name="Task">The task.</param>
/// <param name="Actor">The person, as <c>human:NAME</c>.</param>
/// <remarks>Also <c>take</c>.</remarks>
public sealed record StartByPerson(TaskId Task, string Actor) : PersonChange(Task, Actor);
