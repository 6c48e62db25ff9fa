using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Alai.Processes;

/// <summary>
/// The only place that starts child processes; one a daemon. A run ends when the whole tree of the child is gone:
/// what a child leaves behind in the background is killed with it. Disposing it kills the children that still run.
/// </summary>
public sealed class ChildProcesses : IDisposable
{
    /// <summary>The variable every child and descendant carries, by which the tree is recognised.</summary>
    public const string MarkerVariable = "ALAI_CHILD";

    private static readonly TimeSpan KillPatience = TimeSpan.FromSeconds(3);
    private readonly SpawningThread spawning = new();
    private readonly TimeProvider time;
    private readonly IProcessTable table;
    private readonly Lifeline lifeline;
    private readonly string family;
    private long started;
    private long spent;

    /// <summary>Makes the daemon's one.</summary>
    public ChildProcesses(TimeProvider time, ILogger<ChildProcesses> logger)
    {
        this.time = time;
        table = ProcessPlatform.Table();
        lifeline = ProcessPlatform.Lifeline();
        family = Guid.NewGuid().ToString("N");
        if (LifelineGap.Length > 0)
            Log.NoLifeline(logger, LifelineGap);
    }

    /// <summary>What is missing so that a killed daemon leaves no children, in words; empty when nothing is.</summary>
    public string LifelineGap => lifeline.Missing;

    /// <summary>This daemon, as its children know it.</summary>
    internal ProcessIdentity Self => table.Self;

    /// <summary>The clock of its children.</summary>
    internal TimeProvider Time => time;

    /// <summary>Wall time of all children that ended; two at a time count twice.</summary>
    public TimeSpan Spent => TimeSpan.FromTicks(Interlocked.Read(ref spent));

    /// <summary>Runs one child to the end of its whole tree.</summary>
    /// <param name="spec">What to run.</param>
    /// <param name="cancellationToken">Stops the tree politely, then kills it; the result says <see cref="ChildProcessEnd.Cancelled"/>.</param>
    /// <returns>How it ended; never throws for what the child or the machine does.</returns>
    public async Task<ChildProcessResult> RunAsync(ChildProcessSpec spec, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        if (cancellationToken.IsCancellationRequested)
            return new ChildProcessResult { End = ChildProcessEnd.Cancelled, Reason = "cancelled before it started" };
        if (FindProblem(spec, out var program) is { } problem)
            return new ChildProcessResult { End = ChildProcessEnd.CouldNotStart, Reason = problem };

        // The dot ends it: run 1 must not be found in the environment of run 12.
        var marker = string.Create(CultureInfo.InvariantCulture, $"{MarkerVariable}={family}-{Interlocked.Increment(ref started)}.");
        using var process = new Process { StartInfo = Prepare(spec, program, marker) };
        using var output = new OutputCollector(spec);
        try
        {
            await spawning.StartAsync(process, CancellationToken.None);
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException or IOException)
        {
            return new ChildProcessResult { End = ChildProcessEnd.CouldNotStart, Reason = $"{spec.Command[0]} could not be started: {failure.Message}" };
        }

        var identity = new ProcessIdentity(process.Id, table.Find(process.Id)?.Start ?? 0, table.Boot);
        spec.OnStarted?.Invoke(identity);
        var tree = new ProcessTree(table, identity, marker, time);
        var end = await FollowAsync(new Child(process, spec, output, tree), cancellationToken);
        var took = time.GetElapsedTime(begun);
        Interlocked.Add(ref spent, took.Ticks);
        return end with { Identity = identity, Milliseconds = (long)took.TotalMilliseconds };
    }

    /// <summary>Whether exactly this process still runs.</summary>
    internal bool IsAlive(ProcessIdentity identity) => table.IsAlive(identity);

    /// <summary>Ends the spawning thread; where there is a lifeline the kernel then kills the children that still run.</summary>
    public void Dispose() => spawning.Dispose();

    private static string? FindProblem(ChildProcessSpec spec, out string program)
    {
        program = "";
        if (spec.Command.Count == 0)
            return "there is no command";
        if (!Directory.Exists(spec.Directory))
            return $"the working directory {spec.Directory} does not exist";
        if (spec.Command.Concat(spec.Environment.Values).Any(text => text.Contains('\0', StringComparison.Ordinal)))
            return "an argument or a variable holds a NUL character";
        var path = spec.Environment.GetValueOrDefault("PATH", "/usr/bin:/bin");
        if (ExecutablePath.Find(spec.Command[0], path, spec.Directory) is not { } found)
            return $"{spec.Command[0]} was not found as a program (looked in {path})";
        program = found;
        return null;
    }

    private ProcessStartInfo Prepare(ChildProcessSpec spec, string program, string marker)
    {
        List<string> words = [.. lifeline.Prefix(spec.AtDaemonsDeath), program, .. spec.Command.Skip(1)];
        var info = new ProcessStartInfo(words[0])
        {
            WorkingDirectory = spec.Directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
        };
        foreach (var word in words.Skip(1))
            info.ArgumentList.Add(word);
        info.Environment.Clear();
        foreach (var (name, value) in spec.Environment)
            info.Environment[name] = value;
        info.Environment[MarkerVariable] = marker[(MarkerVariable.Length + 1)..];
        return info;
    }

    private async Task<ChildProcessResult> FollowAsync(Child child, CancellationToken cancellationToken)
    {
        using var closing = new CancellationTokenSource();
        var pumps = Task.WhenAll(
            child.Output.PumpAsync(child.Process.StandardOutput.BaseStream, isError: false, closing.Token),
            child.Output.PumpAsync(child.Process.StandardError.BaseStream, isError: true, closing.Token));
        var feeding = FeedAsync(child.Process, child.Spec.StandardInput, closing.Token);
        var end = await WaitAsync(child.Process, child.Spec, child.Tree, cancellationToken);

        // Whatever the child left in the background goes with it, else it would hold the pipes and outlive the run.
        var survivors = child.Spec.KeepDescendants && end == ChildProcessEnd.Exited
            ? []
            : await child.Tree.KillAsync(KillPatience, CancellationToken.None);
        if (await Task.WhenAny(pumps, Task.Delay(KillPatience, time, CancellationToken.None)) != pumps)
            await closing.CancelAsync();
        await Task.WhenAll(pumps, feeding);
        if (!child.Process.HasExited)
            return child.Output.Fill(new ChildProcessResult { End = end, Reason = "the process could not be killed", Survivors = Names(survivors) });
        return child.Output.Fill(new ChildProcessResult { End = end, ExitCode = child.Process.ExitCode, Survivors = Names(survivors) });
    }

    private static IReadOnlyList<string> Names(IEnumerable<ProcessRow> rows) => [.. rows.Select(row => $"{row.Pid} {row.Name}")];

    private static async Task FeedAsync(Process process, string? text, CancellationToken cancellationToken)
    {
        try
        {
            if (text is not null)
                await process.StandardInput.WriteAsync(text.AsMemory(), cancellationToken);
            process.StandardInput.Close();
        }
        catch (Exception closed) when (closed is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // A child need not read its input.
        }
    }

    private async Task<ChildProcessEnd> WaitAsync(Process process, ChildProcessSpec spec, ProcessTree tree, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(spec.Timeout ?? Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await process.WaitForExitAsync(either.Token);
            return ChildProcessEnd.Exited;
        }
        catch (OperationCanceledException)
        {
            tree.Signal(spec.Polite == PoliteSignal.Interrupt ? NativeMethods.Interrupt : NativeMethods.Terminate, spec.IsWrapper);
            using var grace = new CancellationTokenSource(spec.Grace, time);
            try
            {
                await process.WaitForExitAsync(grace.Token);
            }
            catch (OperationCanceledException)
            {
                // It had its time; the caller kills the tree.
            }

            return cancellationToken.IsCancellationRequested ? ChildProcessEnd.Cancelled : ChildProcessEnd.TimedOut;
        }
    }

    private sealed record Child(Process Process, ChildProcessSpec Spec, OutputCollector Output, ProcessTree Tree);
}
