using System.Collections.Concurrent;
using Alai.Tasks;
using Microsoft.Data.Sqlite;

namespace Alai.Storage;

/// <summary>
/// One SQLite file: one writer thread that commits in groups, readers that never write. An acknowledged write is on the disk
/// (<c>synchronous=FULL</c>); a write that fails leaves the others of its group untouched.
/// </summary>
public sealed class Database : IDisposable
{
    private readonly ConcurrentBag<SqlSession> _readers = [];
    private readonly DatabaseOptions _options;
    private readonly WriterLock _lock;
    private readonly WriterThread _writer;
    private int _closed;

    private Database(DatabaseOptions options, WriterLock held, SqlSession session)
    {
        _options = options;
        _lock = held;
        _writer = new WriterThread(options, session);
    }

    /// <summary>Opens or makes the file, alone: takes the writer lock and brings the schema up to date.</summary>
    /// <exception cref="FactoryException">Missing or read-only folder, network file system, a second writer, old SQLite, newer schema.</exception>
    public static Database Open(DatabaseOptions options)
    {
        options = options with { Path = Path.GetFullPath(options.Path) };
        var folder = Path.GetDirectoryName(options.Path)!;
        if (!Directory.Exists(folder))
            throw StorageErrors.NoFolder(folder);
        NetworkFileSystem.Refuse(folder);
        var held = WriterLock.Take(options);
        SqlSession? session = null;
        try
        {
            session = SqliteFile.OpenWriter(options.Path, options.AtStep);
            Migrations.Apply(session, options);
            options.Opened?.Invoke(session);
            return new Database(options, held, session);
        }
        catch (SqliteException problem)
        {
            session?.Dispose();
            held.Dispose();
            throw StorageErrors.Translate(problem, options.Path);
        }
        catch
        {
            session?.Dispose();
            held.Dispose();
            throw;
        }
    }

    /// <summary>Runs a write in a transaction of its group. Once begun it is finished whatever the token says, so the answer is true.</summary>
    /// <param name="work">Runs on the writer thread; what it throws rolls this write back alone.</param>
    /// <param name="cancellationToken">Withdraws a write that has not begun.</param>
    public Task<T> WriteAsync<T>(Func<SqlSession, T> work, CancellationToken cancellationToken) =>
        _writer.Submit(work, cancellationToken);

    /// <summary>Runs a read on a snapshot of what is committed.</summary>
    public T Read<T>(Func<SqlSession, T> read)
    {
        ObjectDisposedException.ThrowIf(_closed != 0, this);
        if (!_readers.TryTake(out var session))
            session = SqliteFile.OpenReader(_options.Path);
        try
        {
            session.Run("BEGIN");
            var answer = read(session);
            session.Run("COMMIT");
            _readers.Add(session);

            // Closed meanwhile: nobody will come for it.
            if (_closed != 0 && _readers.TryTake(out var late))
                late.Dispose();
            return answer;
        }
        catch (SqliteException problem)
        {
            session.Dispose();
            throw StorageErrors.Translate(problem, _options.Path);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Runs a read on a connection of its own: for a check, which must see what is in the file and nothing that a connection remembers.</summary>
    public T ReadAnew<T>(Func<SqlSession, T> read)
    {
        ObjectDisposedException.ThrowIf(_closed != 0, this);
        return DatabaseFile.Read(_options.Path, read);
    }

    /// <summary>Finishes what was submitted, checkpoints, lets the file go.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
            return;
        while (_readers.TryTake(out var reader))
            reader.Dispose();
        _writer.Dispose();
        _lock.Dispose();
    }
}
