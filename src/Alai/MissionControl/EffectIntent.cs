using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>An outside effect about to happen.</summary>
/// <param name="Task">The task it belongs to.</param>
/// <param name="Step">For example <c>land</c>, <c>deploy:staging</c>, <c>publish</c>.</param>
/// <param name="IdempotencyKey">One per effect that must happen once.</param>
/// <param name="InputHash">The hash of what it acts on.</param>
public sealed record EffectIntent(TaskId Task, string Step, string IdempotencyKey, string InputHash);
