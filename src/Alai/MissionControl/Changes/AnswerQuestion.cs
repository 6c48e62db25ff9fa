using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Answers a question hold; the answer joins the body as the owner's words.</summary>
/// <param name="Task">The task.</param>
/// <param name="Actor">The person, as <c>human:NAME</c>.</param>
/// <param name="Answer">The answer.</param>
public sealed record AnswerQuestion(TaskId Task, string Actor, string Answer) : PersonChange(Task, Actor);
