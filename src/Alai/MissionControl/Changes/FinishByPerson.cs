using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>A person says it is done. Refused while unproved factory work is under way unless forced; a force is counted and shown.</summary>
/// <param name="Task">The task.</param>
/// <param name="Actor">The person, as <c>human:NAME</c>.</param>
/// <param name="Outcome">What came of it, in one line; required.</param>
/// <param name="Force">Whether the person overrides a missing proof.</param>
public sealed record FinishByPerson(TaskId Task, string Actor, string Outcome, bool Force) : PersonChange(Task, Actor);
