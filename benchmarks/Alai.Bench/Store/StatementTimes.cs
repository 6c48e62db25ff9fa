using System.Diagnostics;

namespace Alai.Bench.Store;

/// <summary>Where the writer's time goes, by statement. Its hook is called before and after each.</summary>
internal sealed class StatementTimes
{
    private readonly Dictionary<string, (long Count, long Ticks)> times = new(StringComparer.Ordinal);
    private string? open;
    private long began;

    /// <summary>Give this to the store.</summary>
    public void AtStep(string sql)
    {
        if (open is null)
        {
            (open, began) = (sql, Stopwatch.GetTimestamp());
            return;
        }

        var (count, ticks) = times.GetValueOrDefault(open);
        times[open] = (count + 1, ticks + Stopwatch.GetTimestamp() - began);
        open = null;
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
