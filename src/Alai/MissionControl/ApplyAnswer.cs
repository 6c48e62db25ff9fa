using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>What came of applying a transition.</summary>
/// <param name="IsStale">True when the run had been taken away.</param>
/// <param name="Filed">Children filed in the same transaction.</param>
public sealed record ApplyAnswer(bool IsStale, IReadOnlyList<FactoryTask> Filed);
