using Microsoft.Data.Sqlite;

namespace Alai.Storage;

/// <summary>
/// Copies the log into the database beside the writer, when the writer asks for it. It only ever copies (<c>PASSIVE</c>); the log
/// is begun anew by the writer alone.
/// </summary>
internal sealed class Checkpointer : IDisposable
{
    private readonly DatabaseOptions _options;
    private readonly AutoResetEvent _asked = new(false);
    private readonly Thread _thread;
    private volatile bool _busy;
    private volatile bool _closing;

    public Checkpointer(DatabaseOptions options)
    {
        _options = options;
        _thread = new Thread(Loop) { IsBackground = true, Name = "store-checkpointer" };
        _thread.Start();
    }

    /// <summary>Whether it is at work.</summary>
    public bool IsBusy => _busy;

    /// <summary>Pages the log held when it last ended.</summary>
    public int LogPages { get; private set; }

    /// <summary>Lets it begin; called by the writer when it is not at work.</summary>
    public void Begin()
    {
        _busy = true;
        _asked.Set();
    }

    public void Dispose()
    {
        _closing = true;
        _asked.Set();
        _thread.Join();
        _asked.Dispose();
    }

    /// <summary>The writer copies the rest itself, so that its next transaction begins the log anew; when this is not at work.</summary>
    public void Finish(SqlSession writer)
    {
        Copy(_options, writer);
        LogPages = 0;
    }

    /// <summary>Copies what can be copied without waiting for anybody.</summary>
    /// <returns>The pages in the log.</returns>
    public static int Copy(DatabaseOptions options, SqlSession session, string mode = "PASSIVE")
    {
        try
        {
            return session.Row($"PRAGMA wal_checkpoint({mode})", row => row.GetInt32(1));
        }
        catch (SqliteException problem)
        {
            Log.CheckpointFailed(options.Logger, options.Path, problem.Message);
            return 0;
        }
    }

    private void Loop()
    {
        SqlSession? session = null;
        while (_asked.WaitOne() && !_closing)
        {
            session ??= Open();
            LogPages = session is null ? 0 : Copy(_options, session);
            _busy = false;
        }

        session?.Dispose();
    }

    private SqlSession? Open()
    {
        try
        {
            return SqliteFile.OpenCheckpointer(_options.Path);
        }
        catch (Tasks.FactoryException problem)
        {
            Log.CheckpointFailed(_options.Logger, _options.Path, problem.Message);
            return null;
        }
    }
}
