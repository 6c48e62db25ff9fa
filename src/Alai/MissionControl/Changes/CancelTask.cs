using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Gives it up with all its stages and stops its run.</summary>
/// <param name="Task">The task.</param>
/// <param name="Actor">The person, as <c>human:NAME</c>.</param>
/// <param name="Reason">Why.</param>
public sealed record CancelTask(TaskId Task, string Actor, string Reason) : PersonChange(Task, Actor);
