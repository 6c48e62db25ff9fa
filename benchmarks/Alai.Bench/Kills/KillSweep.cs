using System.Collections.Concurrent;
using System.Globalization;

namespace Alai.Kills;

/// <summary>
/// Kills real daemons before and after each statement of the ends of stages and of a landing, some lanes at once: most of the
/// time is the pause that a task makes whose worker died.
/// </summary>
internal sealed class KillSweep(string folder, string program, CancellationToken stop)
{
    private readonly ConcurrentBag<KillTry> tries = [];

    /// <summary>The steps of each window of an undisturbed life.</summary>
    public IReadOnlyList<(KillWindow Window, IReadOnlyList<string> Steps)> Recorded { get; private set; } = [];

    /// <summary>What was wrong with the life that nobody ended.</summary>
    public IReadOnlyList<Fault> Undisturbed { get; private set; } = [];

    /// <summary>Tells of each try; may be called from many threads.</summary>
    public Action<KillTry> Told { get; init; } = _ => { };

    /// <summary>Records, then kills.</summary>
    /// <param name="lanes">How many daemons live at once.</param>
    /// <param name="most">At most so many steps of each window, spread evenly; null for each step.</param>
    public async Task<IReadOnlyList<KillTry>> RunAsync(int lanes, Func<KillWindow, int?> most)
    {
        await using var models = await KillScript.ServeAsync(stop);
        using (var lane = Lane(0, models.Url))
        {
            (var passed, Undisturbed) = await lane.RecordAsync();
            Recorded = [.. KillWindow.All.Select(window => (window, window.Steps(passed)))];
        }

        var work = Recorded.Select(one => new ConcurrentQueue<(KillWindow, string)>(Chosen(one.Steps.Count, most(one.Window)).Select(at => (one.Window, one.Steps[at])))).ToList();
        await Task.WhenAll(Enumerable.Range(1, lanes).Select(number => WorkAsync(Lane(number, models.Url), work, number)));
        return [.. tries.OrderBy(one => KillWindow.All.ToList().IndexOf(one.Window)).ThenBy(one => Recorded.First(here => here.Window == one.Window).Steps.ToList().IndexOf(one.Step))];
    }

    // Each step, or the middle of each of some equal parts.
    private static IEnumerable<int> Chosen(int steps, int? most) => most is { } few && few < steps
        ? Enumerable.Range(0, few).Select(number => ((2 * number) + 1) * steps / (2 * few))
        : Enumerable.Range(0, steps);

    // A lane keeps to its window, whose copy it has, and helps the others when that is done.
    private async Task WorkAsync(KillLane lane, List<ConcurrentQueue<(KillWindow, string)>> work, int number)
    {
        using (lane)
        {
            for (var turn = 0; turn < work.Count; turn++)
            {
                while (work[(number + turn) % work.Count].TryDequeue(out var next))
                {
                    var tried = await lane.TryAsync(next.Item1, next.Item2);
                    tries.Add(tried);
                    Told(tried);
                }
            }
        }
    }

    private KillLane Lane(int number, Uri models) => new(
        Directory.CreateDirectory(Path.Combine(folder, "lane" + number.ToString(CultureInfo.InvariantCulture))).FullName, program, models, stop);
}
