using System.Diagnostics;
using System.Text.Json;
using Alai.Client;

namespace Alai.Cli.Reaching;

/// <summary>Where <c>alaid</c> is, and how to start it.</summary>
internal static class DaemonProgram
{
    private static readonly string FileName = OperatingSystem.IsWindows() ? "alaid.exe" : "alaid";

    /// <summary>Next to this program, else what <c>ALAID</c> names, else in the build's output beside this one; null when nowhere.</summary>
    public static string? Find(CliWorld world)
    {
        var folder = Path.TrimEndingDirectorySeparator(world.ProgramFolder);
        var configuration = Path.GetFileName(folder);
        string?[] places =
        [
            Path.Combine(folder, FileName),
            world.Environment("ALAID"),
            Path.Combine(folder, "..", "..", "Alai.Host", configuration, FileName),
        ];
        return places.FirstOrDefault(place => !string.IsNullOrEmpty(place) && File.Exists(place)) is { } found ? Path.GetFullPath(found) : null;
    }

    /// <summary>The problem of not finding it.</summary>
    public static Problem Missing(CliWorld world) => new(
        "No daemon answers, and the program 'alaid' that could do this was not found.",
        "alaid next to alai, or the environment variable ALAID naming it",
        world.ProgramFolder,
        "Install both programs into one folder, or set ALAID.");

    /// <summary>The process of the daemon that holds a home, as it wrote down itself; null when it is not known.</summary>
    public static int? Running(string home)
    {
        try
        {
            using var written = JsonDocument.Parse(File.ReadAllText(Path.Combine(HomeFolder.Data(home), "alaid.json")));
            return written.RootElement.GetProperty("pid").GetInt32();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>How to start it with these words.</summary>
    public static ProcessStartInfo Start(string program, CliContext context, params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false };
        foreach (var word in words)
            start.ArgumentList.Add(word);
        start.ArgumentList.Add("--home");
        start.ArgumentList.Add(context.Home);
        return start;
    }
}
