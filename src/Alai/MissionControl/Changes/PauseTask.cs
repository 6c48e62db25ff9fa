using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Holds it as <c>paused</c> and stops its run.</summary>
/// <param name="Task">The task.</param>
/// <param name="Actor">The person, as <c>human:NAME</c>.</param>
/// <param name="Reason">Why, in one line.</param>
public sealed record PauseTask(TaskId Task, string Actor, string Reason) : PersonChange(Task, Actor);
