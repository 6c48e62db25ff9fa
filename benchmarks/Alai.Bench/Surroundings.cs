using System.Globalization;
using System.Runtime.InteropServices;

namespace Alai.Bench;

/// <summary>The machine a figure was measured on: without it a figure says nothing.</summary>
internal sealed record Surroundings(string Processor, int Cores, double MemoryGb, string System, string Runtime, string FileSystem, double LoadAtStart, string Build)
{
    /// <summary>One line for people.</summary>
    public string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"{Cores} cores ({Processor}), {MemoryGb:0} GB, {System}, {Runtime}, {Build}, {FileSystem}, load at start {LoadAtStart:0.0}");

    /// <summary>Looks around.</summary>
    /// <param name="folder">Where the benchmark writes.</param>
    public static Surroundings Look(string folder) => new(
        Word("/proc/cpuinfo", "model name"),
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        FileSystemOf(folder),
        Load(),
#if DEBUG
        "Debug build");
#else
        "Release build");
#endif

    private static string FileSystemOf(string folder)
    {
        try
        {
            return new DriveInfo(folder).DriveFormat;
        }
        catch (IOException)
        {
            return "unknown file system";
        }
    }

    private static double Load() => File.Exists("/proc/loadavg")
        ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture)
        : 0;

    private static string Word(string file, string key) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':')[^1].Trim() ?? "unknown"
        : RuntimeInformation.ProcessArchitecture.ToString();
}
