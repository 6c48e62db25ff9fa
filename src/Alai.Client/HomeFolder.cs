namespace Alai.Client;

/// <summary>Where a factory keeps everything: given, else <c>ALAI_HOME</c>, else <c>~/.alai</c>.</summary>
public static class HomeFolder
{
    /// <summary>The absolute path of the home.</summary>
    /// <param name="given">What the person gave, or null.</param>
    /// <param name="fromEnvironment">The value of <c>ALAI_HOME</c>, or null.</param>
    public static string Resolve(string? given, string? fromEnvironment)
    {
        var chosen = string.IsNullOrWhiteSpace(given) ? fromEnvironment : given;
        if (string.IsNullOrWhiteSpace(chosen))
            chosen = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".alai");
        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(chosen));
    }

    /// <summary>The folder the daemon writes in; readable by its owner alone.</summary>
    /// <param name="home">The home.</param>
    public static string Data(string home) => Path.Combine(home, "data");

    /// <summary>The folder of the daemon's log files.</summary>
    /// <param name="home">The home.</param>
    public static string Logs(string home) => Path.Combine(home, "data", "logs");
}
