using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Adds a line to the history; changes nothing else.</summary>
/// <param name="Task">The task.</param>
/// <param name="Actor">The person, as <c>human:NAME</c>.</param>
/// <param name="Text">The comment, Markdown.</param>
public sealed record CommentOn(TaskId Task, string Actor, string Text) : PersonChange(Task, Actor);
