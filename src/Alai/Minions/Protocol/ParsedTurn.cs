using Alai.Fleet;

namespace Alai.Minions.Protocol;

/// <summary>What a model's turn means: calls to do, or what was wrong with it, or only words.</summary>
/// <param name="Calls">All of them, or none: a turn that is wrong in one call does nothing.</param>
/// <param name="Problem">What was wrong, for the model to read; empty when nothing was.</param>
internal sealed record ParsedTurn(IReadOnlyList<ToolCall> Calls, string Problem = "")
{
    public bool IsProse => Calls.Count == 0 && Problem.Length == 0;

    public static ParsedTurn Prose { get; } = new([]);

    public static ParsedTurn Wrong(string problem) => new([], problem);
}
