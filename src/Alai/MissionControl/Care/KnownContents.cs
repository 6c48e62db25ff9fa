using System.Globalization;
using Alai.Storage;

namespace Alai.MissionControl;

/// <summary>What the chain says each task says: the newest word on it.</summary>
internal sealed class KnownContents
{
    private readonly Dictionary<long, ContentHashes> _tasks = [];
    private readonly Dictionary<long, List<long>> _roots = [];

    public static KnownContents Of(SqlSession sql)
    {
        var known = new KnownContents();
        sql.Each(
            "SELECT task_id, root_id, kind, data FROM event WHERE kind IN('filed','edited','answered') AND task_id IS NOT NULL ORDER BY seq",
            row =>
            {
                var (task, root) = (row.GetInt64(0), row.IsNull(1) ? row.GetInt64(0) : row.GetInt64(1));
                if (row.GetString(2) == "filed")
                    known.Filed(task, root, StoreJson.Read<FiledHashes>(row.GetString(3)));
                else
                    known.Edited(task, root, StoreJson.Read<EditedHashes>(row.GetString(3)));
            });
        return known;
    }

    /// <summary>The hashes of a task, or null where they were never told.</summary>
    public ContentHashes? Text(long task) => _tasks.GetValueOrDefault(task);

    private void Filed(long task, long root, FiledHashes told)
    {
        if (!_roots.TryGetValue(root, out var family))
            _roots.Add(root, family = []);
        family.Add(task);
        if (told.Body is { } body)
            _tasks[task] = new ContentHashes(body, told.Terms);
    }

    private void Edited(long task, long root, EditedHashes told)
    {
        // Edits once carried no hashes at all, then those of the texts: what they left out is unknown from then on, not wrong.
        if (told.Bodies is null)
            _tasks.Remove(task);
        if (told.Terms is null)
        {
            foreach (var id in _roots.GetValueOrDefault(root) ?? [])
            {
                if (_tasks.TryGetValue(id, out var before))
                    _tasks[id] = before with { Terms = null };
            }
        }

        foreach (var (word, hash) in told.Bodies ?? [])
            _tasks[long.Parse(word, CultureInfo.InvariantCulture)] = new ContentHashes(hash, told.Terms?.GetValueOrDefault(word));
    }

    private sealed record FiledHashes
    {
        public string? Body { get; init; }

        public string? Terms { get; init; }
    }

    private sealed record EditedHashes
    {
        public Dictionary<string, string>? Bodies { get; init; }

        public Dictionary<string, string>? Terms { get; init; }
    }
}
