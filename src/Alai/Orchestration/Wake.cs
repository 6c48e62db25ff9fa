using System.Collections.Concurrent;
using System.Threading.Channels;
using Alai.MissionControl;

namespace Alai.Orchestration;

/// <summary>A wake-up is a hint that something may be ready; the tick is the net. Many hints at once are one.</summary>
internal sealed class Wake
{
    private readonly Channel<byte> hints = Channel.CreateBounded<byte>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    // More than a tick looks at is found by the tick itself. The newest are kept: they stand farthest back in the line.
    private const int MostFiled = 50;

    private readonly ConcurrentQueue<FreshRoot> filed = [];

    /// <summary>Has the next look be at a root that was filed or opened just now, wherever it stands in the line; for a new one it comes at once.</summary>
    public void Filed(FreshRoot root)
    {
        filed.Enqueue(root);
        if (filed.Count > MostFiled)
            filed.TryDequeue(out _);
        if (root.IsNew)
            Now();
    }

    /// <summary>Whether a root was filed since the last look.</summary>
    public bool HasFiled => !filed.IsEmpty;

    /// <summary>The roots filed since the last call.</summary>
    public IReadOnlyList<FreshRoot> TakeFiled()
    {
        var roots = new List<FreshRoot>();
        while (roots.Count < MostFiled && filed.TryDequeue(out var root))
            roots.Add(root);
        return roots;
    }

    /// <summary>Asks for a tick at once.</summary>
    public void Now() => hints.Writer.TryWrite(0);

    /// <summary>Waits for a hint or until the time has passed, whichever is first.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var timer = time.CreateTimer(
            static state => ((CancellationTokenSource)state!).Cancel(), limit, atMost, Timeout.InfiniteTimeSpan);
        try
        {
            await hints.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time passed: that is the tick.
        }
    }
}
