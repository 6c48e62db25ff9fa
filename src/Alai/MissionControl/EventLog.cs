using Alai.Storage;

namespace Alai.MissionControl;

/// <summary>Appends to the chain. Used on the writer thread only; the head is kept in memory and forgotten at a roll-back.</summary>
internal sealed class EventLog
{
    private (long Sequence, byte[] Hash)? _head;

    /// <summary>The newest link appended, committed or not.</summary>
    public (long Sequence, byte[] Hash)? Head => _head;

    public void Forget() => _head = null;

    /// <summary>Goes back to where a write began that is rolled back alone.</summary>
    public void GoBack((long Sequence, byte[] Hash)? head) => _head = head;

    public (long Sequence, byte[] Hash) ReadHead(SqlSession sql) => _head ??= sql.Rows(
        "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1",
        row => (row.GetInt64(0), row.GetBytes(1))) is [var last] ? last : (0, ChainHash.Genesis);

    public void Append(SqlSession sql, DateTimeOffset now, EventDraft draft)
    {
        var (sequence, previous) = ReadHead(sql);
        var link = new ChainLink(sequence + 1, now.ToUnixTimeMilliseconds(), draft.Task?.Value, draft.Root?.Value, draft.Run?.Value)
        {
            Actor = draft.Actor,
            Kind = draft.Kind,
            Text = draft.Text,
            Data = draft.Data,
            Previous = previous,
        };
        var hash = ChainHash.Of(link);
        sql.Run(
            "INSERT OR ROLLBACK INTO event(seq,at,task_id,root_id,run_id,actor,kind,text,data,prev,hash) VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)",
            link.Sequence, link.At, link.Task, link.Root, link.Run, link.Actor, link.Kind, link.Text, link.Data, previous, hash);
        _head = (link.Sequence, hash);
    }
}
