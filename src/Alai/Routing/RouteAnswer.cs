using Alai.Tasks;

namespace Alai.Routing;

/// <summary>Where a task goes, or why it cannot go anywhere now. Exactly one of the two is set.</summary>
/// <param name="Route">The route, or null.</param>
/// <param name="Problem">What is missing and what a person can do about it, or null.</param>
/// <param name="SameModel">Whether the judging model is the one that built; shown on the run.</param>
public sealed record RouteAnswer(Route? Route, string? Problem, bool SameModel = false);
