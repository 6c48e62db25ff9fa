using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Alai.Tasks;

namespace Alai.Storage;

/// <summary>
/// Makes committed groups durable in their order while the writer goes on, and only then tells those who wait. One flush keeps
/// everything written before it began.
/// </summary>
internal sealed class LogFlusher : IDisposable
{
    private readonly BlockingCollection<CommittedGroup> _handed = [];
    private readonly DatabaseOptions _options;
    private readonly GatheredLog? _log;
    private readonly WriteQueue _queue;
    private readonly Thread _thread;
    private FactoryException? _broken;

    public LogFlusher(DatabaseOptions options, GatheredLog? log, WriteQueue queue)
    {
        (_options, _log, _queue) = (options, log, queue);
        _thread = new Thread(Loop) { IsBackground = true, Name = "store-flusher" };
        _thread.Start();
    }

    /// <summary>Takes a group over; called by the writer alone.</summary>
    public void Take(CommittedGroup group)
    {
        _queue.FlushBegins(group.Requests.Count);
        _handed.Add(group);
    }

    public void Dispose()
    {
        _handed.CompleteAdding();
        _thread.Join();
        _handed.Dispose();
    }

    private void Loop()
    {
        foreach (var group in _handed.GetConsumingEnumerable())
        {
            Keep(group);
            _queue.FlushEnds(group.Requests.Count);
            Tell(group);
        }
    }

    private void Keep(CommittedGroup group)
    {
        if (_broken is null && _log?.FlushOwed(_options.AtStep) is { } error and not 0)
            Break(error);
        if (_broken is null)
        {
            foreach (var kept in group.Kept)
                Log.Guard(_options, kept);
            return;
        }

        foreach (var request in group.Requests)
            request.Fail(_broken);
    }

    private static void Tell(CommittedGroup group)
    {
        foreach (var request in group.Requests)
            request.Tell();
    }

    // After a failed flush the kernel may call the same pages clean: trying again would only seem to work.
    private void Break(int error)
    {
        _broken = new FactoryException(
            $"The disk that holds {_options.Path} did not keep what was written: {Marshal.GetPInvokeErrorMessage(error)}. Nothing is written any more.",
            "Check the disk, then start ALAI again: it looks at what was kept. What was not answered may be missing.");
        Log.FlushFailed(_options.Logger, _options.Path, _broken.Message);
        _queue.Break(_broken);
    }
}
