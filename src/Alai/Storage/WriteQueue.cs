namespace Alai.Storage;

/// <summary>
/// What waits for the writer, and whether a flush is under way: together they say when a group is to be committed. Commits and
/// flushes overlap: while the disk keeps one group, the next one is written.
/// </summary>
internal sealed class WriteQueue
{
    private const int LargestGroup = 512;

    private readonly object _gate = new();
    private readonly Queue<WriteRequest> _waiting = [];
    private int _flushing;
    private bool _closed;
    private Exception? _broken;

    /// <summary>Hands a request in.</summary>
    /// <returns>Null when it waits now; else why nothing is taken any more.</returns>
    public Exception? Add(WriteRequest request)
    {
        lock (_gate)
        {
            if (_broken is not null)
                return _broken;
            if (_closed)
                return new ObjectDisposedException(nameof(WriteQueue));
            _waiting.Enqueue(request);
            Monitor.Pulse(_gate);
            return null;
        }
    }

    /// <summary>The first request of a group.</summary>
    /// <returns>Whether there is one before the time is over; null when it is closed and empty.</returns>
    public bool? TryFirst(TimeSpan patience, out WriteRequest? first)
    {
        lock (_gate)
        {
            while (!_waiting.TryDequeue(out first))
            {
                if (_closed)
                    return null;
                if (!Monitor.Wait(_gate, patience))
                    return _waiting.TryDequeue(out first);
            }

            return true;
        }
    }

    /// <summary>
    /// The next request of the group, or none when it is time to commit: as many were taken as are being flushed, and as wait. So
    /// with many callers one half is written while the other is flushed, and one alone waits for nobody.
    /// </summary>
    public bool TryMore(int taken, out WriteRequest? more)
    {
        more = null;
        lock (_gate)
        {
            while (taken < LargestGroup && taken < Math.Max(_flushing, _waiting.Count))
            {
                if (_waiting.TryDequeue(out more))
                    return true;
                Monitor.Wait(_gate);
            }

            return false;
        }
    }

    /// <summary>A group of so many is on its way to the disk.</summary>
    public void FlushBegins(int requests)
    {
        lock (_gate)
            _flushing += requests;
    }

    /// <summary>The disk has it, or never will.</summary>
    public void FlushEnds(int requests)
    {
        lock (_gate)
        {
            _flushing -= requests;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Nothing more is taken; what waits is still written.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Nothing more is taken, and what waits is told why.</summary>
    public void Break(Exception problem)
    {
        List<WriteRequest> left;
        lock (_gate)
        {
            _broken ??= problem;
            left = [.. _waiting];
            _waiting.Clear();
        }

        foreach (var request in left)
        {
            request.Fail(problem);
            request.Tell();
        }
    }
}
