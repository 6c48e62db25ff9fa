using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>A claimed run on its way down the line.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Cleared">Proof that the safety rules let it run.</param>
/// <param name="Root">The root it works for.</param>
/// <param name="Log">Hears of every step.</param>
/// <param name="Watch">Tells Mission Control of progress.</param>
internal sealed record StageRun(ClaimedRun Claim, ClearedTask Cleared, FactoryTask Root, IRunLog Log, RunWatch Watch)
{
    /// <summary>The stage task.</summary>
    public FactoryTask Task => Claim.Task;

    /// <summary>Where it goes.</summary>
    public Route Route => Claim.Route;

    /// <summary>What every write carries.</summary>
    public RunKey Key => Claim.Key;
}
