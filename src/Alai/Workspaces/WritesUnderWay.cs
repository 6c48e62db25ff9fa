using Alai.Processes;

namespace Alai.Workspaces;

/// <summary>
/// The calls of git that write into people's repositories now. They outlive a daemon that is killed, so each is written down
/// with the daemon that started it, and the next daemon waits for those of an earlier one before it looks at what they did.
/// </summary>
internal sealed class WritesUnderWay(ChildProcesses processes, string dataFolder)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly string folder = Path.Combine(dataFolder, "repositories", "writing");

    /// <summary>Writes down that a call was started.</summary>
    public void Begin(ProcessIdentity call)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, call.ToString()), processes.Self.ToString());
    }

    /// <summary>Strikes it out.</summary>
    public void End(ProcessIdentity? call)
    {
        if (call is not null && Directory.Exists(folder))
            File.Delete(Path.Combine(folder, call.ToString()));
    }

    /// <summary>Waits until no call of an earlier daemon is under way.</summary>
    /// <returns>Whether that was so in time.</returns>
    public async Task<bool> AreOverAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var began = processes.Time.GetTimestamp();
        while (AnEarlierOneWrites())
        {
            if (processes.Time.GetElapsedTime(began) >= patience)
                return false;
            await Task.Delay(Look, processes.Time, cancellationToken);
        }

        return true;
    }

    private bool AnEarlierOneWrites()
    {
        if (!Directory.Exists(folder))
            return false;
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (ProcessIdentity.TryParse(Path.GetFileName(file)) is not { } call || !processes.IsAlive(call))
                File.Delete(file);
            else if (Starter(file) is { } starter && starter != processes.Self.ToString())
                return true;
        }

        return false;
    }

    // It may end, and be struck out, while it is looked at.
    private static string? Starter(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
