using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Says no: a safety or approval hold becomes cancelled, a landing goes back to BUILD with the reason.</summary>
/// <param name="Task">The task.</param>
/// <param name="Actor">The person, as <c>human:NAME</c>.</param>
/// <param name="Reason">Why; required.</param>
public sealed record RejectHold(TaskId Task, string Actor, string Reason) : PersonChange(Task, Actor);
