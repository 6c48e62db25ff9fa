using System.Security.Cryptography;
using System.Text;
using Alai.Redaction;
using Alai.Storage;
using Alai.Tasks;
using Microsoft.Extensions.Logging;

namespace Alai.HiveMind;

/// <summary>HiveMind in one SQLite file, found by words. Needs no model, no server, no account.</summary>
public sealed class SqliteHiveMind : IHiveMind, IDisposable
{
    // An entry far below the best says little about the question; in a prompt it would only cost room.
    private const double LeastShareOfBest = 0.3;
    private static readonly string[] Legs = ["words"];

    private readonly Database database;
    private readonly string path;
    private readonly Redactor redactor;
    private readonly TimeProvider time;
    private readonly ILogger logger;

    private SqliteHiveMind(Database database, string path, (Redactor Redactor, TimeProvider Time, ILogger Logger) with)
    {
        (this.database, this.path) = (database, path);
        (redactor, time, logger) = with;
    }

    /// <summary>Opens or makes the file.</summary>
    /// <param name="options">Where it is, and with what it works.</param>
    /// <exception cref="FactoryException">The file cannot be opened, or another process writes it.</exception>
    public static SqliteHiveMind Open(HiveMindOptions options)
    {
        var file = new DatabaseOptions
        {
            Path = options.Path,
            MigrationPrefix = options.Steps ?? "Alai.HiveMind.Schema.",
            MigrationAssembly = options.StepsIn,
            BeforeMigration = options.BeforeMigration,
            Time = options.Time,
            Logger = options.Logger,
        };
        return new SqliteHiveMind(Database.Open(file), options.Path, (options.Redactor, options.Time, options.Logger));
    }

    /// <inheritdoc/>
    public async Task<LearnAnswer> LearnAsync(NewHiveEntry entry, CancellationToken cancellationToken)
    {
        var text = redactor.Redact(Quotation.Bare(entry.Text));
        if (Problem(entry, text) is { Length: > 0 } problem)
        {
            logger.Refused(entry.Source.By, problem);
            return new LearnAnswer(null, false, problem);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var key = entry.Key.Length > 0 ? entry.Key : $"text:{entry.Source.Product}:{hash}";
        var now = time.GetUtcNow();
        return await database.WriteAsync(session => Write(session, entry with { Key = key, Text = text }, hash, now), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Recollection> RecallAsync(HiveQuery query, int mostCharacters, CancellationToken cancellationToken)
    {
        // An empty question recalls nothing: the newest entries are no answer to a task.
        if (string.IsNullOrWhiteSpace(query.Text))
            return new Recollection([], "", Legs);
        var found = (await SearchAsync(query with { Product = query.Product ?? "" }, cancellationToken)).Hits;
        var (taken, quoted) = (new List<HiveHit>(), new StringBuilder());
        foreach (var hit in found.Where(hit => hit.Score >= found[0].Score * LeastShareOfBest))
        {
            var text = Quotation.Of(hit.Entry);
            if (quoted.Length + text.Length > mostCharacters)
                continue;
            quoted.Append(text);
            taken.Add(hit);
        }

        if (taken.Count > 0)
            await database.WriteAsync(session => taken.Sum(hit => session.Run("UPDATE entry SET recalls = recalls + 1 WHERE id = $1", hit.Entry.Id)), cancellationToken);
        return new Recollection(taken, quoted.ToString(), Legs);
    }

    /// <inheritdoc/>
    public Task<HiveAnswer> SearchAsync(HiveQuery query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var now = time.GetUtcNow();
        return Task.FromResult(new HiveAnswer(database.Read(session => WordSearch.Find(session, query, now)), Legs));
    }

    /// <inheritdoc/>
    public Task<HiveEntry?> FindAsync(long id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Read(session => ById(session, id)));
    }

    /// <inheritdoc/>
    public async Task<HiveEntry?> RetractAsync(long id, string by, string reason, CancellationToken cancellationToken)
    {
        var why = redactor.Redact($"{by}: {(string.IsNullOrWhiteSpace(reason) ? "no reason given" : reason.Trim())}");
        var entry = await database.WriteAsync(
            session =>
            {
                // The first retraction stands; a second one neither replaces its reason nor fails.
                if (session.Run("UPDATE entry SET retracted = $2 WHERE id = $1 AND retracted = ''", id, why) > 0)
                    session.Run("DELETE FROM entry_words WHERE rowid = $1", id);
                return ById(session, id);
            },
            cancellationToken);
        if (entry is not null)
            logger.Retracted(id, by);
        return entry;
    }

    /// <inheritdoc/>
    public Task<HiveStats> StatsAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var now = time.GetUtcNow();
        return Task.FromResult(database.Read(session => HiveCounts.Of(session, now)));
    }

    /// <summary>Copies what is learned into a file of its own while others learn.</summary>
    /// <param name="to">A file that does not exist.</param>
    public void CopyTo(string to) => Copy(path, to);

    /// <summary>Copies a file of HiveMind, perhaps in use.</summary>
    /// <param name="from">The file.</param>
    /// <param name="to">A file that does not exist.</param>
    public static void Copy(string from, string to) => DatabaseFile.Copy(from, to);

    /// <summary>What is wrong with a file of HiveMind at rest, one line each.</summary>
    public static IReadOnlyList<string> Problems(string file) => DatabaseFile.Read(file, DatabaseHealth.Pages);

    /// <summary>Writes every entry as a line of JSON.</summary>
    /// <returns>How many.</returns>
    public long WriteEntries(Stream to) => database.Read(session => TableLines.Write(session, "entry", to));

    /// <summary>Takes entries over, all or none; a HiveMind that has some refuses.</summary>
    /// <returns>How many, or -1 when it is not empty.</returns>
    /// <exception cref="FormatException">A line is no entry.</exception>
    public Task<long> ReadEntriesAsync(Stream from, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            if (session.Number("SELECT count(*) FROM entry") > 0)
                return -1;
            var rows = TableLines.Read(session, "entry", from);
            foreach (var (id, body) in session.Rows("SELECT id, body FROM entry WHERE retracted=''", row => (row.GetInt64(0), row.GetString(1))))
                session.Run("INSERT INTO entry_words (rowid, words) VALUES ($1, $2)", id, string.Join(' ', IndexWords.Of(body)));
            return rows;
        },
        cancellationToken);

    /// <summary>Finishes what was written and lets the file go.</summary>
    public void Dispose() => database.Dispose();

    private static string Problem(NewHiveEntry entry, string text)
    {
        if (text.Length == 0)
            return "expected a text, found an empty one";
        if (text.Length > HiveEntry.LongestText)
            return $"expected at most {HiveEntry.LongestText} characters, found {text.Length}: post a shorter text, or several";
        return string.IsNullOrWhiteSpace(entry.Source.By) ? "expected who says it, found nobody" : "";
    }

    private static LearnAnswer Write(SqlSession session, NewHiveEntry entry, string hash, DateTimeOffset now)
    {
        if (Known(session, entry, hash) is { } known)
            return new LearnAnswer(known, false);
        var source = entry.Source;
        var id = session.Number(
            """
            INSERT INTO entry (key, kind, body, body_hash, product, said_by, trust, task_id, run_id, model, tier, learned_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id
            """,
            entry.Key, SnakeWord<HiveKind>.Of(entry.Kind), entry.Text, hash, source.Product, source.By, SnakeWord<TrustLabel>.Of(source.Trust),
            source.Task?.Value, source.Run?.Value, source.Model, source.Tier, now, entry.ExpiresAt) ?? 0;
        session.Run("INSERT INTO entry_words (rowid, words) VALUES ($1, $2)", id, string.Join(' ', IndexWords.Of(entry.Text)));
        return new LearnAnswer(ById(session, id), true);
    }

    // A key that was retracted stays learned: a repeat from the outbox must not bring it back.
    private static HiveEntry? Known(SqlSession session, NewHiveEntry entry, string hash) => session.Row(
        $"SELECT {HiveRows.Columns} FROM entry e WHERE e.key = $1 OR (e.product = $2 AND e.body_hash = $3 AND e.retracted = '') LIMIT 1",
        HiveRows.Read, entry.Key, entry.Source.Product, hash);

    private static HiveEntry? ById(SqlSession session, long id) =>
        session.Row($"SELECT {HiveRows.Columns} FROM entry e WHERE e.id = $1", HiveRows.Read, id);
}
