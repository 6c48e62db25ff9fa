using System.Collections.Concurrent;
using System.Diagnostics;

namespace Alai.Bench.Store;

/// <summary>Where the writer's time goes, by statement and by flush. Its hook is called before and after each.</summary>
internal sealed class StatementTimes
{
    private readonly Dictionary<string, (long Count, long Ticks)> times = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, (string Step, long At)> begun = [];

    /// <summary>Give this to the store.</summary>
    public void AtStep(string sql)
    {
        var now = Stopwatch.GetTimestamp();
        var thread = Environment.CurrentManagedThreadId;
        if (!begun.TryRemove(thread, out var open))
        {
            begun[thread] = (sql, now);
            return;
        }

        lock (times)
        {
            var (count, ticks) = times.GetValueOrDefault(open.Step);
            times[open.Step] = (count + 1, ticks + now - open.At);
        }
    }

    /// <summary>The dearest ones first.</summary>
    public IEnumerable<string> Lines(int jobs) => times.OrderByDescending(pair => pair.Value.Ticks).Take(24).Select(pair =>
        $"{1e6 * pair.Value.Ticks / Stopwatch.Frequency / jobs,8:0.0} us a job {(double)pair.Value.Count / jobs,6:0.00} times  {Short(pair.Key)}");

    private static string Short(string sql)
    {
        var text = string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length > 110 ? text[..110] : text;
    }

    public void Clear() => times.Clear();
}
