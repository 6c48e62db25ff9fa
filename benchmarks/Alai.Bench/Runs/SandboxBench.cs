using System.Diagnostics;
using Alai.Processes;
using Alai.Sandbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alai.Bench.Runs;

/// <summary>What the sandbox adds to one command that does nothing, against the same command without it.</summary>
internal sealed class SandboxBench : IBench
{
    private const double Goal = 60;

    public string Name => "sandbox";

    public string About => "time the sandbox adds to one command that does nothing";

    public async Task RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        using var processes = new ChildProcesses(TimeProvider.System, NullLogger<ChildProcesses>.Instance);
        var path = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin";
        var machine = new SandboxMachine(Environment.GetEnvironmentVariable("HOME") ?? run.Folder, path, Path.Combine(run.Folder, "state"));
        var picker = new SandboxPicker(processes, machine);
        var sandbox = picker.Pick() ?? throw new InvalidOperationException("no sandbox on this machine: " + SandboxAdvice.Missing);
        var work = Directory.CreateDirectory(Path.Combine(run.Folder, "work")).FullName;
        var (plain, inside, added) = (new Samples(), new Samples(), new Samples());
        for (var round = 0; round < (run.Quick ? 10 : 100); round++)
        {
            var without = await TimeAsync(picker.Unsandboxed(), work, cancellationToken);
            var with = await TimeAsync(sandbox, work, cancellationToken);
            plain.Add(without);
            inside.Add(with);
            added.Add(with - without);
        }

        run.Sheet.Add(new Figure("sh -c true without a sandbox, median", plain.Median, "ms"));
        run.Sheet.Add(new Figure($"sh -c true in {sandbox.Name}, median", inside.Median, "ms"));
        run.Sheet.Add(new Figure("added by the sandbox, median", added.Median, "ms", Goal));
        run.Sheet.Add(new Figure("added by the sandbox, p95", added.P95, "ms", Goal));
        run.Sheet.Note($"{added.Size}, each pair one after the other");
    }

    private static async Task<double> TimeAsync(ISandbox sandbox, string work, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await sandbox.RunAsync(new SandboxSpec { Command = ["/bin/sh", "-c", "true"], Workspace = work }, cancellationToken);
        if (!result.Succeeded)
            throw new InvalidOperationException($"{sandbox.Name}: {result.Reason} {result.Output}");
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
