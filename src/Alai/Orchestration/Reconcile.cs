using Alai.MissionControl;
using Alai.Processes;
using Alai.Workspaces;
using Microsoft.Extensions.Logging;

namespace Alai.Orchestration;

/// <summary>
/// Settles runs whose worker is provably dead: the kernel freed the lock file its process held. No timer is asked.
/// What the dead left running is killed by recorded identity before the work is given back.
/// </summary>
internal sealed class Reconcile(
    FactoryParts parts, WorkerLiveness liveness, OrphanReaper reaper, ProductRepositories repositories, Wake wake)
{
    private readonly ILogger logger = parts.Options.Logs.CreateLogger<Reconcile>();

    /// <summary>Settles every dead worker's runs.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var owner in parts.Reader.RunOwners())
        {
            if (owner == parts.Owner || !liveness.IsDead(owner))
                continue;
            foreach (var run in parts.Reader.OpenRuns().Where(run => run.Key.Owner == owner))
                await KillAsync(run, cancellationToken);
            var orphans = await parts.Store.SettleDeadAsync(owner, cancellationToken);
            liveness.Forget(owner);
            await SweepAsync(cancellationToken);
            logger.Rescued(orphans.Count, owner);
            wake.Now();
        }
    }

    // Sandboxed children die with their daemon; this is for what was told to live on.
    private async Task KillAsync(RunRecord orphan, CancellationToken cancellationToken)
    {
        foreach (var word in (orphan.Processes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ProcessIdentity.TryParse(word) is { } identity)
                await reaper.KillIfSameAsync(identity, cancellationToken);
        }
    }

    // What an agent left half done is kept as a snapshot before its folder goes.
    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var living = parts.Reader.OpenRuns().Select(run => run.Key.Run).ToHashSet();
        foreach (var product in parts.Now.Products.Products)
            await new OrphanWorkspaces(repositories.Of(product)).SweepAsync(living, cancellationToken);
    }
}
