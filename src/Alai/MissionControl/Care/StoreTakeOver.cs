using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>
/// Takes the rows of another store into an empty one. Runs under way there are given back, and everything that is not over meets
/// the rail again: a yes that was given elsewhere says nothing here.
/// </summary>
internal static class StoreTakeOver
{
    public static TakeOverAnswer Run(StoreWrite write, TakeOver from)
    {
        if (write.Sql.Number("SELECT count(*) FROM task") is { } tasks and > 0)
            return new TakeOverAnswer($"expected an empty home; found {tasks} tasks. Import into a new one: alai --home FOLDER db import FILE");
        if (write.Sql.Number("SELECT count(*) FROM event") is { } events and > 0)
            return new TakeOverAnswer($"expected an empty home; found {events} events of its own. Import into a new one: alai --home FOLDER db import FILE");
        var rows = DatabaseFile.Read(from.Path, source => Copy(source, write.Sql));
        if (DatabaseHealth.References(write.Sql) is [var broken, ..])
            throw new FactoryException($"A row of the bundle names a row that is not in it: {broken}.", "Export it again.");
        write.Events.Forget();
        write.Events.ReadHead(write.Sql);
        var given = write.Sql.Rows("SELECT DISTINCT owner FROM run WHERE ended_at IS NULL", row => row.GetString(0))
            .Sum(owner => RunSettlement.SettleDead(write, owner).Count);
        return new TakeOverAnswer(null) { Rows = rows, Tasks = write.Sql.Number("SELECT count(*) FROM task WHERE stage IS NULL") ?? 0, GivenBack = given, Held = Judge(write, from) };
    }

    private static long Copy(SqlSession source, SqlSession to)
    {
        to.Run("PRAGMA defer_foreign_keys=ON");
        var rows = 0L;
        foreach (var table in TableLines.Tables(source))
        {
            to.Run($"DELETE FROM {TableLines.Quoted(table)}");
            rows += TableLines.Copy(source, to, table);
        }

        TaskCounts.Mend(to);
        TaskWords.Mend(to);
        return rows;
    }

    private static List<string> Judge(StoreWrite write, TakeOver from)
    {
        var held = new List<string>();
        foreach (var id in write.Sql.Rows("SELECT id FROM task WHERE stage IS NULL AND state IN('open','held') ORDER BY id", row => row.GetInt64(0)))
        {
            var root = write.Find(new TaskId(id))!;
            var ruling = from.Rules.Judge(root.Text);
            if (!ruling.Holds && root.Sensitivity < 2)
                continue;
            var hold = ruling.Holds
                ? new Hold(HoldCode.SafetyRule, $"Held at import: {ruling.Sentence}. Such work needs a person.")
                : TaskFiling.ForPeople;
            if (root.Hold?.Code != HoldCode.SafetyRule || root.Approval is not null)
                Hold(write, root, (hold, from.Actor));
            held.Add($"{root.Id} {root.Title}");
        }

        return held;
    }

    private static void Hold(StoreWrite write, FactoryTask root, (Hold Hold, string Actor) by)
    {
        write.Sql.Run("UPDATE approval SET voided_at=$2 WHERE root_id=$1 AND voided_at IS NULL", root.Id.Value, write.Now);
        write.Sql.Run("UPDATE task SET approval_id=NULL, consent_id=NULL, sensitivity=2, version=version+1 WHERE root_id=$1 AND state IN('open','held')", root.Id.Value);
        TaskMoves.Make(write, write.Find(root.Id)!, new TaskMove { To = TaskState.Held, Hold = by.Hold }, by.Actor);
    }
}
