using System.Collections.Concurrent;

namespace Alai.Orchestration;

/// <summary>
/// Work this process does beside the tick, with the switch that stops each piece: runs by their number, landings by
/// their product.
/// </summary>
internal sealed class UnderWay<TKey> : IDisposable
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> entries = new();
    private readonly CancellationTokenSource all = new();

    /// <summary>How many.</summary>
    public int Count => entries.Count;

    /// <summary>What is under way now.</summary>
    public IReadOnlySet<TKey> Keys => entries.Keys.ToHashSet();

    /// <summary>Starts work that must not throw, and of whose key nothing is under way.</summary>
    public void Start(TKey key, Func<CancellationToken, Task> work)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(all.Token);
        var entry = new Entry(stop);
        entries[key] = entry;
        entry.Work = Task.Run(
            async () =>
            {
                try
                {
                    await work(stop.Token);
                }
                finally
                {
                    entries.TryRemove(key, out _);
                    stop.Dispose();
                }
            },
            CancellationToken.None);
    }

    /// <summary>Stops every piece and waits until the last has ended.</summary>
    public async Task StopAllAsync()
    {
        await all.CancelAsync();
        await WhenIdleAsync();
    }

    /// <summary>Waits until nothing is under way.</summary>
    public async Task WhenIdleAsync()
    {
        while (!entries.IsEmpty)
            await Task.WhenAll(entries.Values.Select(entry => entry.Work ?? Task.CompletedTask));
    }

    public void Dispose() => all.Dispose();

    private sealed record Entry(CancellationTokenSource Stop)
    {
        public Task? Work { get; set; }
    }
}
