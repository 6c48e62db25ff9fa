using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>The hashes of runs' records, in the events that ended them: a record lies in a file, and a changed byte of it is found.</summary>
internal static class RecordSeals
{
    private const string Accepted = "record_accepted";

    public static void Append(StoreWrite write, SealedRecord record, (string Actor, string Text) by) => write.Append(
        new EventDraft(Accepted, by.Actor, by.Text) { Task = record.Task, Root = record.Root, Run = record.Run, Data = StoreJson.Write(new { record = record.Seal }) });

    /// <summary>The newest word on each record, by run.</summary>
    public static IReadOnlyList<SealedRecord> All(SqlSession sql)
    {
        var found = new SortedDictionary<long, SealedRecord>();
        sql.Each(
            "SELECT task_id, root_id, run_id, data FROM event WHERE kind IN('ended',$1) AND run_id IS NOT NULL ORDER BY seq",
            row =>
            {
                if (StoreJson.Read<Ended>(row.GetString(3)).Record is { } seal)
                    found[row.GetInt64(2)] = new SealedRecord(new TaskId(row.GetInt64(0)), new TaskId(row.GetInt64(1)), new RunId(row.GetInt64(2)), seal);
            },
            Accepted);
        return [.. found.Values];
    }

    /// <summary>The branches that work which is not over will need.</summary>
    public static IReadOnlyList<BranchInHand> Branches(SqlSession sql) => sql.Rows(
        "SELECT t.id, k.product, t.branch FROM task t JOIN task_card k ON k.task_id=t.id WHERE t.stage IS NULL AND t.branch IS NOT NULL AND t.state IN('open','held') ORDER BY t.id",
        row => new BranchInHand(new TaskId(row.GetInt64(0)), row.GetString(1), row.GetString(2)));

    private sealed record Ended
    {
        public RecordSeal? Record { get; init; }
    }
}
