using System.Diagnostics;
using System.Globalization;
using Alai.Bench;
using Alai.Bench.Idle;

namespace Alai.Kills;

/// <summary>The whole enumeration: the real daemon dies by SIGKILL before and after each statement of the ends of stages and of a landing.</summary>
internal sealed class KillsBench : IBench
{
    private const int Lanes = 8;

    public string Name => "kills";

    public string About => "kill -9 of the real daemon at every statement of stages' ends and of a landing; --lanes=N at once";

    public async Task RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var told = 0;
        var sweep = new KillSweep(run.Folder, DaemonChild.Built(), cancellationToken)
        {
            Told = one =>
            {
                if (one.Faults.Count > 0)
                    Console.Error.WriteLine("  " + one);
                if (Interlocked.Increment(ref told) % 25 == 0)
                    Console.Error.WriteLine($"  {told} deaths, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
            },
        };
        var tries = await sweep.RunAsync(LanesOf(run), _ => run.Quick ? 4 : null);
        Tell(run, sweep, tries);
        run.Sheet.Add(new Figure("time", Stopwatch.GetElapsedTime(began).TotalSeconds, "s"));
    }

    private static void Tell(BenchRun run, KillSweep sweep, IReadOnlyList<KillTry> tries)
    {
        foreach (var (window, steps) in sweep.Recorded)
        {
            var here = tries.Where(one => one.Window == window && one.Killed).ToList();
            run.Sheet.Add(new Figure($"{window.Name}: steps of the store", steps.Count, ""));
            run.Sheet.Add(new Figure($"{window.Name}: killed at", here.Count, "", run.Quick ? null : steps.Count, AtMost: false));
            foreach (var one in tries.Where(one => one.Window == window && !one.Killed).Take(5))
                run.Sheet.Note($"nobody died: {one}");
        }

        foreach (var kind in new[] { "lost", "twice", "wrong" })
        {
            var count = tries.Count(one => one.Faults.Any(fault => fault.Kind == kind)) + sweep.Undisturbed.Count(fault => fault.Kind == kind);
            run.Sheet.Add(new Figure(kind, count, "", 0));
            run.Sheet.Say(kind, count);
        }

        run.Sheet.Say("points", sweep.Recorded.Sum(one => one.Steps.Count));
        run.Sheet.Say("killed", tries.Count(one => one.Killed));
        foreach (var one in tries.Where(one => one.Faults.Count > 0).Take(20))
            run.Sheet.Note(one.ToString());
        foreach (var fault in sweep.Undisturbed)
            run.Sheet.Note($"nobody was killed: {fault}");
    }

    private static int LanesOf(BenchRun run) =>
        run.Words.FirstOrDefault(word => word.StartsWith("--lanes=", StringComparison.Ordinal)) is { } word
        && int.TryParse(word[8..], CultureInfo.InvariantCulture, out var lanes) && lanes > 0 ? lanes : Lanes;
}
