using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Lifts <c>paused</c> and <c>blocked</c>; any other hold names the verb that lifts it.</summary>
/// <param name="Task">The task.</param>
/// <param name="Actor">The person, as <c>human:NAME</c>.</param>
/// <remarks>Asked of other holds it is refused with the right verb.</remarks>
public sealed record ResumeTask(TaskId Task, string Actor) : PersonChange(Task, Actor);
