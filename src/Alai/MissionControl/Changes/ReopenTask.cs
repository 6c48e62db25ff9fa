using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Opens a done or cancelled root again; a new first stage is filed.</summary>
/// <param name="Task">The task.</param>
/// <param name="Actor">The person, as <c>human:NAME</c>.</param>
/// <param name="Reason">Why.</param>
public sealed record ReopenTask(TaskId Task, string Actor, string Reason) : PersonChange(Task, Actor);
