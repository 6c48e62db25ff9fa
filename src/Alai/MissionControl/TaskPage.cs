using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>A page of tasks.</summary>
/// <param name="Tasks">The tasks, bodies left out.</param>
/// <param name="Next">The cursor of the next page, or null at the end.</param>
public sealed record TaskPage(IReadOnlyList<FactoryTask> Tasks, string? Next);
