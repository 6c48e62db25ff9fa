using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Alai.Tasks;
using Alai.Storage;

namespace Alai.MissionControl;

/// <summary>The hashes of what a task says: its text, and its other words (title, labels, criteria, check, input, pipeline).</summary>
/// <param name="Body">SHA-256 of its text.</param>
/// <param name="Terms">SHA-256 of its other words as one list; null from before they were hashed.</param>
internal sealed record ContentHashes(string Body, string? Terms)
{
    /// <summary>What <see cref="Of(SqlRow)"/> reads.</summary>
    public const string Columns = "t.id, b.body, k.title, b.labels, b.criteria, b.verify, b.input, b.pipeline";

    /// <summary>Where that is.</summary>
    public const string From = "task t JOIN task_card k ON k.task_id=t.id JOIN task_body b ON b.task_id=t.id";

    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The hashes of one row.</summary>
    public static ContentHashes Of(SqlRow row) =>
        new(Of(row.GetString(1)), OfTerms([.. Enumerable.Range(2, 6).Select(column => TaskRows.Text(row, column))]));

    /// <summary>The hash of title, labels, criteria, check, input and pipeline, as they are stored.</summary>
    public static string OfTerms(IReadOnlyList<string?> terms) => Of(StoreJson.Write(terms));

    /// <summary>The hashes of a whole root as they are now, as event data.</summary>
    public static string OfRoot(StoreWrite write, TaskId root)
    {
        var all = write.Sql.Rows(
            $"SELECT {Columns} FROM {From} WHERE t.root_id=$1",
            row => (Id: row.GetInt64(0).ToString(CultureInfo.InvariantCulture), Hashes: Of(row)),
            root.Value);
        return StoreJson.Write(new
        {
            bodies = all.ToDictionary(task => task.Id, task => task.Hashes.Body),
            terms = all.ToDictionary(task => task.Id, task => task.Hashes.Terms),
        });
    }
}
