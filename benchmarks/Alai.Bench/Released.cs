using System.Runtime.InteropServices;

namespace Alai.Bench;

/// <summary>The programs as people download them, when ./bench could build them.</summary>
internal static class Released
{
    /// <summary>The native command line, or null.</summary>
    public static string? CommandLine => Existing("native", "alai");

    /// <summary>The daemon with its runtime, compiled beforehand, or null.</summary>
    public static string? Daemon => Existing("daemon", "alaid");

    private static string? Existing(string folder, string program)
    {
        var machine = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        var rid = (OperatingSystem.IsMacOS() ? "osx-" : "linux-") + machine;
        var path = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "release-build", folder, rid, program));
        return File.Exists(path) ? path : null;
    }
}
