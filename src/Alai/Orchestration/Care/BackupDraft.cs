using Alai.MissionControl;

namespace Alai.Orchestration;

/// <summary>A backup under way: the stores as they were at one moment, in a folder beside its place. Gone when it is let go.</summary>
/// <param name="Target">The file or folder it is for.</param>
/// <param name="IsFolder">Which of the two.</param>
/// <param name="Work">Its folder.</param>
internal sealed record BackupDraft(string Target, bool IsFolder, string Work) : IDisposable
{
    /// <summary>The moment: where the chain of the copied store ends.</summary>
    public StoreHead Head { get; init; } = new(0, "", 0);

    /// <summary>When it was taken.</summary>
    public DateTimeOffset At { get; init; }

    public string Store => Path.Combine(Work, "store.db");

    public string Hive => Path.Combine(Work, "hive.db");

    /// <summary>Where the git work of products is written.</summary>
    public string Git => Path.Combine(Work, "git");

    public string Made => Path.Combine(Work, "made");

    public string Check => Path.Combine(Work, "check");

    public void Dispose() => Discard(Work);

    /// <summary>Deletes a folder; what cannot be deleted is left to the next backup.</summary>
    public static void Discard(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception stuck) when (stuck is IOException or UnauthorizedAccessException)
        {
            // The next backup tries again.
        }
    }
}
