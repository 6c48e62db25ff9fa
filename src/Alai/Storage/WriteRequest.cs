namespace Alai.Storage;

/// <summary>A write that waits for the writer thread.</summary>
internal abstract class WriteRequest
{
    /// <returns>Null when it went well, else what it threw.</returns>
    public abstract Exception? Run(SqlSession session);

    public abstract void Fail(Exception problem);

    /// <summary>Tells the caller; only after the commit.</summary>
    public abstract void Tell();
}

/// <summary>A write and the one who waits for its answer.</summary>
internal sealed class WriteRequest<T>(Func<SqlSession, T> work, CancellationToken cancellationToken) : WriteRequest
{
    private readonly TaskCompletionSource<T> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _answer;
    private Exception? _problem;

    public Task<T> Answer => _told.Task;

    public override Exception? Run(SqlSession session)
    {
        // A group that failed as a whole runs again: only the last run counts.
        _problem = null;
        if (cancellationToken.IsCancellationRequested)
            return new OperationCanceledException(cancellationToken);
        try
        {
            _answer = work(session);
            return null;
        }
        catch (Exception problem)
        {
            return problem;
        }
    }

    public override void Fail(Exception problem) => _problem = problem;

    public override void Tell()
    {
        if (_problem is OperationCanceledException)
            _told.TrySetCanceled(cancellationToken);
        else if (_problem is not null)
            _told.TrySetException(_problem);
        else
            _told.TrySetResult(_answer!);
    }
}
