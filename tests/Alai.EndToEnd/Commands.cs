namespace Alai.EndToEnd;

/// <summary>The command lines of what runs on this machine.</summary>
public static class Commands
{
    /// <summary>All of them, words parted by spaces.</summary>
    public static IEnumerable<string> Running()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)))
        {
            var text = "";
            try
            {
                text = File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ');
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                continue; // It ended while it was read.
            }

            yield return text;
        }
    }
}
