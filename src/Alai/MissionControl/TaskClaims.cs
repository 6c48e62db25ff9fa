using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Claims: one conditional statement that re-checks everything, and the words for each condition that can fail.</summary>
internal static class TaskClaims
{
    /// <summary>What makes a stage task <c>t</c> claimable, besides time and version. Ready lists and claims share it.</summary>
    public const string Claimable = """
        t.state='open' AND t.stage IS NOT NULL AND t.assignee IS NULL
        AND (t.sensitivity<2 OR EXISTS(SELECT 1 FROM approval a WHERE a.id=t.approval_id AND a.voided_at IS NULL))
        AND EXISTS(SELECT 1 FROM task r WHERE r.id=t.root_id AND r.state='open' AND r.assignee IS NULL
          AND (r.sensitivity<2 OR EXISTS(SELECT 1 FROM approval a WHERE a.id=r.approval_id AND a.voided_at IS NULL)))
        AND NOT EXISTS(SELECT 1 FROM dependency d JOIN task n ON n.id=d.needs WHERE d.task_id=t.root_id AND n.state<>'done')
        """;

    private const string Claim = $"""
        UPDATE OR ROLLBACK task AS t SET state='running', owner=$3, fence=fence+1, company=$4, tier=$5, wait_reason='',
          version=version+1, updated_at=$6
        WHERE t.id=$1 AND t.version=$2 AND t.run_at<=$6 AND {Claimable}
          AND NOT EXISTS(SELECT 1 FROM flag WHERE name='halt' AND is_on=1)
        """;

    /// <summary>Claims, or says what is in the way.</summary>
    public static ClaimAnswer Take(StoreWrite write, ClaimRequest request, string routeText)
    {
        var route = request.Route;
        if (write.Sql.Run(Claim, request.Task.Value, request.Version, request.Owner, route.Company, route.Tier, write.Now) == 0)
            return new ClaimAnswer(null, Refusal(write, request));
        var (root, fence) = write.Sql.Pair("SELECT root_id, fence FROM task WHERE id=$1", request.Task.Value)
            is { } found ? (new TaskId(found.First), found.Second) : throw new InvalidOperationException($"{request.Task} was claimed and is gone");
        write.Sql.Run(
            """
            INSERT INTO run(task_id,root_id,stage,fence,owner,route,started_at,pulsed_at)
            VALUES($1,$2,(SELECT stage FROM task WHERE id=$1),$3,$4,$5,$6,$6)
            """,
            request.Task.Value, root.Value, fence, request.Owner, routeText, write.Now);
        var run = new RunId(write.Sql.Inserted());
        write.Append(new EventDraft("claimed", "daemon", $"{request.Task} claimed as run {run}: {route.Reason}")
        {
            Task = request.Task,
            Root = root,
            Run = run,
            Data = StoreJson.Write(new { route.Tier, route.Company, route.Model, fence }),
        });
        return new ClaimAnswer(new RunKey(request.Task, run, fence, request.Owner), null);
    }

    private static string Refusal(StoreWrite write, ClaimRequest request)
    {
        if (write.Find(request.Task) is not { } task)
            return $"there is no task {request.Task}";
        if (task.IsRoot)
            return $"{task.Id} is a root; its stage tasks are claimed";
        if (task.State != TaskState.Open)
            return $"{task.Id} is {SnakeWord<TaskState>.Of(task.State)}, expected open";
        if (task.Version != request.Version)
            return $"{task.Id} changed since it was read: version {task.Version}, expected {request.Version}";
        if (task.Progress.RunAt > write.Now)
            return $"{task.Id} waits until {task.Progress.RunAt:u}: {task.Progress.WaitReason}";
        return HaltWords(write.Sql) ?? RootWords(write, task) ?? $"{task.Id} could not be claimed";
    }

    private static string? HaltWords(SqlSession sql) => sql.Row(
        "SELECT actor, reason FROM flag WHERE name='halt' AND is_on=1",
        row => $"dispatch is halted by {row.GetString(0)}: {row.GetString(1)}");

    private static string? RootWords(StoreWrite write, FactoryTask task)
    {
        var root = write.Find(task.Lineage.Root)!;
        if (root.State != TaskState.Open)
            return $"its root {root.Id} is {SnakeWord<TaskState>.Of(root.State)}" + (root.Hold is { } hold ? $" ({SnakeWord<HoldCode>.Of(hold.Code)}): {hold.Text}" : "");
        if (root.Assignee is { } person)
            return $"{person} is working on {root.Id}";
        var unmet = TaskQueries.Unmet(write.Sql, root.Id);
        if (unmet.Count > 0)
            return $"{root.Id} waits for {string.Join(", ", unmet.Select(needs => needs.Id))}";
        return task.Sensitivity >= 2 || root.Sensitivity >= 2 ? $"{root.Id} is for people only and bears no approval of this text" : null;
    }
}
