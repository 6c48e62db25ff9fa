using System.Runtime.InteropServices;

namespace Alai.Bench.Store;

/// <summary>Sleeps for less than the millisecond that the runtime's own timers know.</summary>
internal static class ShortRest
{
    public static void Take(TimeSpan rest) => _ = Sleep((uint)rest.TotalMicroseconds);

    [DllImport("libc", EntryPoint = "usleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sleep(uint microseconds);
}
