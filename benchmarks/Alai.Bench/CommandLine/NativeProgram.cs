using System.Diagnostics;
using System.Globalization;

namespace Alai.Bench.CommandLine;

/// <summary>The released <c>alai</c> of this machine, as a child process.</summary>
internal static class NativeProgram
{
    /// <summary>Milliseconds from before the start until it was waited for; its output is read and thrown away.</summary>
    public static async Task<double> TimeAsync(string program, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Start(program, words);
        await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return process.ExitCode == 0 ? took : throw new InvalidOperationException($"{program} {string.Join(' ', words)} ended with {process.ExitCode}");
    }

    /// <summary>The most memory it held, in megabytes: the kernel's own high-water mark, read again and again until it is gone.</summary>
    public static async Task<double> PeakMbAsync(string program, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        using var process = Start(program, words);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var peak = 0.0;
        while (HighWater(process.Id) is { } now)
            peak = Math.Max(peak, now);
        await output;
        await process.WaitForExitAsync(cancellationToken);
        return peak;
    }

    private static double? HighWater(int pid)
    {
        try
        {
            var line = File.ReadLines($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/status").FirstOrDefault(one => one.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? null : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1000;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static Process Start(string program, IReadOnlyList<string> words)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var word in words)
            start.ArgumentList.Add(word);
        return Process.Start(start)!;
    }
}
