using Alai.Pipeline;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>What a stage's work left behind when it was proved.</summary>
internal sealed record StageResult
{
    /// <summary>One line for people.</summary>
    public required string Reason { get; init; }

    /// <summary>What it made or judged, or null when it made nothing.</summary>
    public StageArtefact? Artefact { get; init; }

    /// <summary>What it said, for a judging stage.</summary>
    public Judgement? Judgement { get; init; }

    /// <summary>What the gate saw.</summary>
    public IReadOnlyList<CheckResult> Checks { get; init; } = [];

    /// <summary>What it used.</summary>
    public RunFigures Figures { get; init; } = new();
}
