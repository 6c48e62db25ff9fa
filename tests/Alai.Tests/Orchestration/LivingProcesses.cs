namespace Alai.Tests.Orchestration;

/// <summary>Looks through /proc.</summary>
internal static class LivingProcesses
{
    /// <summary>Command lines that hold a text; this process is left out.</summary>
    public static IReadOnlyList<string> Naming(string text)
    {
        var found = new List<string>();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out var pid) && pid != Environment.ProcessId))
        {
            try
            {
                var words = File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ');
                if (words.Contains(text, StringComparison.Ordinal))
                    found.Add($"{Path.GetFileName(folder)}: {words}");
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // It ended while it was read.
            }
        }

        return found;
    }
}
