using System.Diagnostics;
using System.Globalization;

namespace Alai.Bench.Idle;

/// <summary>The real daemon program, as a child that ends with the benchmark.</summary>
internal sealed class DaemonChild : IDisposable
{
    private readonly Process process;

    private DaemonChild(Process process) => this.process = process;

    /// <summary>Processor time used so far, all threads.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory now, in megabytes of a million bytes.</summary>
    public double ResidentMb
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<DaemonChild> StartAsync(string home, CancellationToken cancellationToken)
    {
        // Only a person's tier: what is filed can be claimed although no model is there.
        await File.WriteAllTextAsync(
            Path.Combine(home, "alai.yaml"),
            "fleet:\n  hosts:\n    - { name: nobody, url: \"http://127.0.0.1:9\", engine: ollama, max_runs: 2 }\ntiers:\n  5: { executors: [human-queue] }\n",
            cancellationToken);
        var start = new ProcessStartInfo(Program()) { RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = home };
        start.ArgumentList.Add("up");
        start.Environment["ALAI_HOME"] = home;
        var started = Process.Start(start)!;
        var said = await started.StandardError.ReadLineAsync(cancellationToken);
        if (said?.StartsWith("The factory is up", StringComparison.Ordinal) == true)
            return new DaemonChild(started);
        var rest = await started.StandardError.ReadToEndAsync(cancellationToken);
        started.Dispose();
        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"the daemon said: {said} {rest}"));
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static string Program()
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Alai.Host", configuration, "alaid"));
    }
}
