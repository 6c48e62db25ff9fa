using Alai.Tasks;

namespace Alai.Minions;

/// <summary>An executor: does one work order in one workspace and says what came of it.</summary>
public interface IMinion
{
    /// <summary>Its name in tiers and routes, one of <see cref="MinionNames"/>.</summary>
    string Name { get; }

    /// <summary>Does the work. Expected failures are reports; only cancellation throws.</summary>
    /// <param name="order">The work, cleared, routed, prompted and bounded.</param>
    /// <param name="log">Hears of every step.</param>
    /// <param name="cancellationToken">A person's or the daemon's cancel; the time limit is the order's own.</param>
    Task<WorkReport> RunAsync(WorkOrder order, IRunLog log, CancellationToken cancellationToken);
}
