using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>What one sort of stage does between claim and transition.</summary>
internal interface IStageWork
{
    /// <summary>Whether it does this run.</summary>
    bool Takes(ClaimedRun run);

    /// <summary>Does the work and says what Mission Control shall write. Expected failures are transitions; cancellation throws.</summary>
    Task<Transition> RunAsync(StageRun run, CancellationToken cancellationToken);
}
