using Alai.Tasks;

namespace Alai.Pipeline;

/// <summary>What follows: one of a closed set.</summary>
public abstract record PipelineResult
{
    private PipelineResult()
    {
    }

    /// <summary>The next stage.</summary>
    /// <param name="Task">Its task.</param>
    /// <param name="FollowUp">A root for the findings of a pass, or null.</param>
    public sealed record NextStage(NewTask Task, NewTask? FollowUp = null) : PipelineResult;

    /// <summary>The daemon lands the artefact, then asks <see cref="PipelineStep.AfterLanding"/>.</summary>
    /// <param name="Artefact">What lands.</param>
    /// <param name="FollowUp">A root for the findings of a pass, or null.</param>
    public sealed record Land(StageArtefact Artefact, NewTask? FollowUp = null) : PipelineResult;

    /// <summary>BUILD again, from the rejected tree, with the findings.</summary>
    /// <param name="Task">The rework.</param>
    public sealed record Rework(NewTask Task) : PipelineResult;

    /// <summary>The same stage again by another reviewer; costs no round.</summary>
    /// <param name="Task">Its task.</param>
    public sealed record AnotherReviewer(NewTask Task) : PipelineResult;

    /// <summary>The root waits for a person.</summary>
    /// <param name="Hold">Why.</param>
    public sealed record HoldRoot(Hold Hold) : PipelineResult;

    /// <summary>Everything of the plan is proved.</summary>
    public sealed record RootDone : PipelineResult;
}
