using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Lifts a hold of attempts, rounds, configuration, sandbox or unknown outcome and lets the factory try again with fresh attempts.</summary>
/// <param name="Task">The task.</param>
/// <param name="Actor">The person, as <c>human:NAME</c>.</param>
/// <param name="Tier">The tier to start at, or null for the router's choice.</param>
public sealed record RetryTask(TaskId Task, string Actor, int? Tier) : PersonChange(Task, Actor);
