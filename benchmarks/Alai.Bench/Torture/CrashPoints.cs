using System.Diagnostics;
using System.Globalization;

namespace Alai.Torture;

/// <summary>
/// Every point of the scenario at which a process can die: before and after each statement of the writer and each write of the
/// anchor. A dead process leaves its files exactly as they are at that moment, so looking at a copy of them is looking at a death.
/// </summary>
internal static class CrashPoints
{
    private static readonly string[] Files = ["", "-wal", ".head"];

    /// <summary>Looks at a copy made at each point of one run.</summary>
    /// <returns>How many points there were, and what was wrong at which.</returns>
    public static async Task<(int Points, IReadOnlyList<string> Wrong)> CopiesAsync(string folder)
    {
        var home = Directory.CreateDirectory(Path.Combine(folder, "alive")).FullName;
        var wrong = new List<string>();
        var acknowledged = new List<string>();
        var points = 0;
        var options = TortureWorker.Options(home) with { AtStep = step => Look(folder, home, step) };
        await CrashScenario.RunAsync(options, line =>
        {
            lock (acknowledged)
                acknowledged.Add(line);
        });
        return (points, wrong);

        void Look(string into, string from, string step)
        {
            // The writer and the flusher come by in turns here: the scenario asks for one thing at a time.
            lock (wrong)
                LookAlone(into, from, step);
        }

        void LookAlone(string into, string from, string step)
        {
            string[] told;
            lock (acknowledged)
                told = [.. acknowledged];
            var copy = Directory.CreateDirectory(Path.Combine(into, "dead")).FullName;
            foreach (var old in Directory.GetFiles(copy))
                File.Delete(old);
            foreach (var ending in Files.Where(ending => File.Exists(Path.Combine(from, TortureWorker.FileName + ending))))
                File.Copy(Path.Combine(from, TortureWorker.FileName + ending), Path.Combine(copy, TortureWorker.FileName + ending));
            points++;
            var problems = Task.Run(() => CrashCheck.LookAsync(TortureWorker.Options(copy), told)).GetAwaiter().GetResult();
            wrong.AddRange(problems.Select(problem => string.Create(CultureInfo.InvariantCulture, $"point {points} ({Short(step)}) after '{told.LastOrDefault()}': {problem}")));
        }
    }

    /// <summary>The life of a process that dies at a point; a point of zero counts them and dies nowhere.</summary>
    public static void Die(string home, int point)
    {
        var reached = 0;
        var options = TortureWorker.Options(home) with
        {
            AtStep = _ =>
            {
                if (Interlocked.Increment(ref reached) == point)
                    Kill();
            },
        };
        CrashScenario.RunAsync(options, line =>
        {
            Console.Out.Write(line + "\n");
            Console.Out.Flush();
        }).GetAwaiter().GetResult();
        Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"points {reached}\n"));
    }

    /// <summary>Lets a real process die at a point, and looks at what it left.</summary>
    /// <returns>Whether it died there, and what was wrong.</returns>
    public static async Task<(bool Died, IReadOnlyList<string> Wrong)> DeathAsync(ProcessStartInfo start, string home, CancellationToken cancellationToken)
    {
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var told = lines.Where(line => !line.StartsWith("points", StringComparison.Ordinal)).ToList();
        return (told.Count == lines.Length, await CrashCheck.LookAsync(TortureWorker.Options(home), told));
    }

    // Like the kill of a stranger: no handler, no finaliser, no flush.
    private static void Kill()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        Environment.FailFast("the kill did not come");
    }

    private static string Short(string step)
    {
        var text = string.Join(' ', step.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length > 60 ? text[..60] : text;
    }
}
