namespace Alai.Processes;

/// <summary>Kills what an earlier daemon started and could not take with it. By identity, never by name.</summary>
public sealed class OrphanReaper
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly TimeProvider time;
    private readonly IProcessTable table;

    /// <summary>Makes one for this machine.</summary>
    public OrphanReaper(TimeProvider time)
    {
        this.time = time;
        table = ProcessPlatform.Table();
    }

    /// <summary>Whether exactly this process still runs.</summary>
    public bool IsAlive(ProcessIdentity identity) => table.IsAlive(identity);

    /// <summary>This daemon's own identity, for owner texts and lock files.</summary>
    public ProcessIdentity Self() => table.Self;

    /// <summary>Kills the recorded process and its session, if they are still the recorded ones.</summary>
    /// <returns>How many processes were found, and those that could not be killed, as <c>pid name</c>.</returns>
    public async Task<ReapReport> KillIfSameAsync(ProcessIdentity identity, CancellationToken cancellationToken)
    {
        if (identity.Boot != table.Boot)
            return new ReapReport(0, []);

        // Another process bears the number now: then the recorded session ended before, or its number were taken.
        if (table.Find(identity.Pid) is { } other && other.Start != identity.Start)
            return new ReapReport(0, []);
        var tree = new ProcessTree(table, identity, marker: null, time);
        var found = tree.Read().Count;
        var left = await tree.KillAsync(Patience, cancellationToken);
        return new ReapReport(found, [.. left.Select(row => $"{row.Pid} {row.Name}")]);
    }
}
