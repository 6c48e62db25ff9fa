using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Says yes to exactly what is held: for a safety hold its content, for a landing the tree.</summary>
/// <param name="Task">The task.</param>
/// <param name="Actor">The person, as <c>human:NAME</c>.</param>
/// <param name="SubjectHash">The hash of what the person saw; another one is refused.</param>
/// <param name="Reason">Why; may be empty.</param>
public sealed record ApproveHold(TaskId Task, string Actor, string SubjectHash, string Reason) : PersonChange(Task, Actor);
