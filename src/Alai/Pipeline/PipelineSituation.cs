using Alai.Tasks;

namespace Alai.Pipeline;

/// <summary>Everything that decides what follows a finished stage.</summary>
public sealed record PipelineSituation
{
    /// <summary>The plan as copied when the root was filed.</summary>
    public required PipelinePlan Plan { get; init; }

    /// <summary>The root.</summary>
    public required FactoryTask Root { get; init; }

    /// <summary>The stage task whose run was accepted; for a landing, the stage before it.</summary>
    public required FactoryTask Finished { get; init; }

    /// <summary>What the stage said, when it judges.</summary>
    public Judgement? Judgement { get; init; }

    /// <summary>What was made and judged; null only for stages that make nothing.</summary>
    public StageArtefact? Artefact { get; init; }

    /// <summary>Rounds of rework used so far.</summary>
    public int RoundsUsed { get; init; }

    /// <summary>Rounds of rework allowed.</summary>
    public int RoundsAllowed { get; init; } = 2;

    /// <summary>Reviewers of this stage and round that could not judge before this one.</summary>
    public int CouldNotJudge { get; init; }

    /// <summary>Reviewers in all that may fail to judge before a person is asked.</summary>
    public int ReviewersAllowed { get; init; } = 3;
}
