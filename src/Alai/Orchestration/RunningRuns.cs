using System.Collections.Concurrent;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>The runs this process works on, with the switch that stops each.</summary>
internal sealed class RunningRuns : IDisposable
{
    private readonly ConcurrentDictionary<RunId, Entry> runs = new();
    private readonly CancellationTokenSource all = new();

    /// <summary>How many.</summary>
    public int Count => runs.Count;

    /// <summary>Starts work for a run; the work must not throw.</summary>
    public void Start(RunKey key, Func<CancellationToken, Task> work)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(all.Token);
        var entry = new Entry(key, stop);
        runs[key.Run] = entry;
        entry.Work = Task.Run(
            async () =>
            {
                try
                {
                    await work(stop.Token);
                }
                finally
                {
                    runs.TryRemove(key.Run, out _);
                    stop.Dispose();
                }
            },
            CancellationToken.None);
    }

    /// <summary>Stops every run and waits until the last has ended.</summary>
    public async Task StopAllAsync()
    {
        await all.CancelAsync();
        await WhenIdleAsync();
    }

    /// <summary>Waits until no run is under way.</summary>
    public async Task WhenIdleAsync()
    {
        while (!runs.IsEmpty)
            await Task.WhenAll(runs.Values.Select(entry => entry.Work ?? Task.CompletedTask));
    }

    public void Dispose() => all.Dispose();

    private sealed record Entry(RunKey Key, CancellationTokenSource Stop)
    {
        public Task? Work { get; set; }
    }
}
