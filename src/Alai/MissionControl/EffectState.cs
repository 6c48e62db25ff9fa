using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>How far an outside effect has come.</summary>
/// <param name="Task">The task it belongs to.</param>
/// <param name="Step">The step.</param>
/// <param name="IdempotencyKey">Its key.</param>
/// <param name="InputHash">The hash of what it acts on.</param>
/// <param name="Status"><c>new</c> (this call opened it), <c>intent</c> (opened before, outcome unknown), <c>done</c> or <c>failed</c>.</param>
/// <param name="Output">What it left behind, or empty.</param>
public sealed record EffectState(
    TaskId Task,
    string Step,
    string IdempotencyKey,
    string InputHash,
    string Status,
    string Output);
