using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Changes fields. A changed title, body or label is judged by the safety rules again by the caller and voids approvals.</summary>
/// <param name="Task">The task.</param>
/// <param name="Actor">The person, as <c>human:NAME</c>.</param>
/// <param name="Version">The version the person saw; another one is refused with what changed. Null overwrites.</param>
/// <param name="Edit">The new values.</param>
public sealed record EditTask(TaskId Task, string Actor, long? Version, TaskEdit Edit) : PersonChange(Task, Actor);
