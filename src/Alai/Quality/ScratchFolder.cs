namespace Alai.Quality;

/// <summary>A new folder that is gone afterwards.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public ScratchFolder(string parent)
    {
        FullName = Path.Combine(parent, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(FullName);
    }

    public string FullName { get; }

    /// <summary>Deletes it; files a tool left unreadable stay for the next start's sweep rather than failing a judgement.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(FullName, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The parent is the daemon's own scratch folder, emptied at its next start.
        }
    }
}
