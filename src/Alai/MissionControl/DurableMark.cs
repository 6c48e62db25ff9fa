namespace Alai.MissionControl;

/// <summary>
/// How far the events are on the disk, and how far a reader may see them: between the two lies what a flush is under way for.
/// Moved by the store's threads, read and waited for by any.
/// </summary>
internal sealed class DurableMark
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private TaskCompletionSource _moves = New();

    // Nothing is written before the chain was looked at.
    private long _durable = long.MaxValue;
    private long _visible;

    /// <summary>The newest event that is on the disk: a later one might still be another after a power cut.</summary>
    public long Durable => Volatile.Read(ref _durable);

    /// <summary>A group that ends with this event is about to be committed: from now on a reader may see it.</summary>
    public void Commits(long sequence) => Volatile.Write(ref _visible, sequence);

    /// <summary>It was rolled back; this is the newest event again.</summary>
    public void RolledBack(long sequence)
    {
        Volatile.Write(ref _visible, sequence);
        Tell();
    }

    /// <summary>All up to this event is on the disk.</summary>
    public void Reached(long sequence)
    {
        Volatile.Write(ref _durable, sequence);
        Tell();
    }

    /// <summary>Waits until all that a reader may have seen is on the disk, not longer than a second: a disk may have failed.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var seen = Volatile.Read(ref _visible);
        using var patience = new CancellationTokenSource(Patience);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            // Taken before the look, so that no move is missed.
            for (var moves = Moves(); Durable < Math.Min(seen, Volatile.Read(ref _visible)); moves = Moves())
                await moves.WaitAsync(both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What is on the disk is told then.
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task Moves()
    {
        lock (_gate)
            return _moves.Task;
    }

    private void Tell()
    {
        TaskCompletionSource moves;
        lock (_gate)
            (moves, _moves) = (_moves, New());
        moves.SetResult();
    }
}
