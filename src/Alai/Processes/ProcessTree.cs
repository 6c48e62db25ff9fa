namespace Alai.Processes;

/// <summary>
/// One child and everything it started: found by session, process group, parentage and the marker in the environment,
/// because a child may fork twice, start a session of its own, or outlive its parent.
/// </summary>
internal sealed class ProcessTree(IProcessTable table, ProcessIdentity root, string? marker, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    // Process numbers cannot come round in so short a time.
    private static readonly TimeSpan Young = TimeSpan.FromSeconds(5);

    private readonly long begun = time.GetTimestamp();

    // What was seen stays known: a process whose parent dies is otherwise lost from sight.
    private readonly Dictionary<int, long> seen = new() { [root.Pid] = root.Start };

    /// <summary>The members that run now, the root included.</summary>
    internal IReadOnlyList<ProcessRow> Read()
    {
        var rows = marker is not null && time.GetElapsedTime(begun) < Young ? table.ReadSince(root.Pid) : table.Read();
        var members = rows.Where(IsKnown).ToDictionary(row => row.Pid);
        var rest = rows.Where(row => row.Start >= root.Start && !members.ContainsKey(row.Pid)).ToList();
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var row in rest.Where(row => !members.ContainsKey(row.Pid) && members.ContainsKey(row.Parent)))
                grown = members.TryAdd(row.Pid, row) || grown;
        }

        if (marker is not null)
        {
            foreach (var row in rest.Where(row => !members.ContainsKey(row.Pid) && table.HasInEnvironment(row.Pid, marker)))
                members[row.Pid] = row;
        }

        foreach (var row in members.Values)
            seen[row.Pid] = row.Start;
        return [.. members.Values];
    }

    /// <summary>Sends a signal to every member, or to all but the root.</summary>
    internal void Signal(int signal, bool spareRoot)
    {
        foreach (var row in Read())
        {
            if (!spareRoot || row.Pid != root.Pid)
                _ = NativeMethods.Signal(row.Pid, signal);
        }
    }

    /// <summary>Kills every member and looks again until none is left or the time is over.</summary>
    /// <returns>What could not be killed.</returns>
    internal async Task<IReadOnlyList<ProcessRow>> KillAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var killing = time.GetTimestamp();
        while (true)
        {
            var members = Read();
            if (members.Count == 0 || time.GetElapsedTime(killing) > patience)
                return members;
            foreach (var row in members)
                _ = NativeMethods.Signal(row.Pid, NativeMethods.Kill);
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private bool IsKnown(ProcessRow row)
    {
        if (seen.TryGetValue(row.Pid, out var start))
            return start == row.Start;

        // The kernel gives a session's number to nobody else while the session has a member.
        return row.Start >= root.Start && (row.Session == root.Pid || row.Group == root.Pid);
    }
}
