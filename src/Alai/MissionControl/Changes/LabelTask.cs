using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Adds labels and takes labels away; the rules read the result like any edit.</summary>
/// <param name="Task">The task.</param>
/// <param name="Actor">The person, as <c>human:NAME</c>.</param>
/// <param name="Add">Labels it shall bear.</param>
/// <param name="Remove">Labels it shall not bear.</param>
public sealed record LabelTask(TaskId Task, string Actor, IReadOnlyList<string> Add, IReadOnlyList<string> Remove) : PersonChange(Task, Actor);
