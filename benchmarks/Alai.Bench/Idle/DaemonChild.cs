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

    /// <summary>Only a person's tier: what is filed can be claimed although no model is there.</summary>
    public static Task ConfigureAsync(string home, CancellationToken cancellationToken) => File.WriteAllTextAsync(
        Path.Combine(home, "alai.yaml"),
        "fleet:\n  hosts:\n    - { name: nobody, url: \"http://127.0.0.1:9\", engine: ollama, max_runs: 2 }\ntiers:\n  5: { executors: [human-queue] }\n",
        cancellationToken);

    /// <summary>Starts it and does not wait.</summary>
    public static DaemonChild Begin(string home)
    {
        var start = new ProcessStartInfo(Program()) { RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = home };
        start.ArgumentList.Add("up");
        start.Environment["ALAI_HOME"] = home;
        return new DaemonChild(Process.Start(start)!);
    }

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<DaemonChild> StartAsync(string home, CancellationToken cancellationToken)
    {
        await ConfigureAsync(home, cancellationToken);
        var started = Begin(home);
        var said = await started.process.StandardError.ReadLineAsync(cancellationToken);
        if (said?.StartsWith("The factory is up", StringComparison.Ordinal) == true)
            return started;
        var rest = await started.process.StandardError.ReadToEndAsync(cancellationToken);
        started.Dispose();
        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"the daemon said: {said} {rest}"));
    }

    /// <summary>Ends it and answers what it wrote to its error stream that nobody read yet.</summary>
    public string LastWords()
    {
        process.Kill(entireProcessTree: true);
        return process.StandardError.ReadToEnd();
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    /// <summary>Which program it is, for the figures' notes.</summary>
    public static string About => Released.Daemon is null ? "the daemon is the one of the build, not the released one" : "the daemon is the released program";

    /// <summary>The program <c>alaid</c>: the released one when there is one, else that of this build.</summary>
    public static string Program() => Released.Daemon ?? Built();

    /// <summary>The program <c>alaid</c> of this build, beside which its <c>alai</c> stands.</summary>
    public static string Built()
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Alai.Host", configuration, "alaid"));
    }
}
