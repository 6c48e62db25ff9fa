using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>Runs under way, in all and by tier; hosts count their own. One instance a daemon; every method is thread-safe.</summary>
internal sealed class Slots
{
    private readonly Lock gate = new();
    private readonly Dictionary<RunId, int> taken = [];

    /// <summary>Runs under way.</summary>
    public int InUse
    {
        get
        {
            lock (gate)
                return taken.Count;
        }
    }

    /// <summary>Why a run cannot start now, or null when it can.</summary>
    public string? Blocked(SlotLimits limits, int tier)
    {
        lock (gate)
        {
            if (taken.Count >= limits.Total)
                return $"all {limits.Total} slots are in use (orchestrator.max_runs)";
            return limits.ForTier(tier) is { } most && taken.Values.Count(used => used == tier) >= most
                ? $"all {most} slots of tier {tier} are in use"
                : null;
        }
    }

    /// <summary>Notes a run as started.</summary>
    public void Take(RunId run, int tier)
    {
        lock (gate)
            taken[run] = tier;
    }

    /// <summary>Frees a run's slot; harmless when it has none.</summary>
    public void Free(RunId run)
    {
        lock (gate)
            taken.Remove(run);
    }
}
