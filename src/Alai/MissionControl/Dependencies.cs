using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Which roots wait for which. Whether one is met is derived from its state, so no order of writes can get it wrong.</summary>
internal static class Dependencies
{
    /// <summary>Why a task cannot be waited for, or null.</summary>
    public static string? Refusal(StoreWrite write, TaskId needs) => write.Find(needs) switch
    {
        null => $"there is no task {needs} to wait for",
        { IsRoot: false } stage => $"{needs} is a stage of {stage.Lineage.Root}: wait for {stage.Lineage.Root}",
        { State: TaskState.Cancelled } => $"{needs} is cancelled and will never be done: reopen it, or leave it out",
        _ => null,
    };

    /// <summary>Replaces what a root waits for.</summary>
    /// <returns>A refusal that names the cycle, or null when done.</returns>
    public static string? Replace(StoreWrite write, TaskId task, IReadOnlyList<TaskId> after)
    {
        foreach (var needs in after)
        {
            if (Refusal(write, needs) is { } refusal)
                return refusal;
            if (Cycle(write, task, needs) is { } cycle)
                return $"{task} cannot wait for {needs}: that would be a cycle, {cycle}";
        }

        write.Sql.Run("DELETE FROM dependency WHERE task_id=$1", task.Value);
        foreach (var needs in after.Distinct())
            write.Sql.Run("INSERT INTO dependency(task_id,needs) VALUES($1,$2)", task.Value, needs.Value);
        return null;
    }

    /// <summary>Holds the roots that wait for one that will never be done, so that they are seen and nobody waits in silence.</summary>
    public static void HoldDependents(StoreWrite write, FactoryTask cancelled)
    {
        var waiting = write.Sql.Rows(
            "SELECT d.task_id FROM dependency d JOIN task t ON t.id=d.task_id WHERE d.needs=$1 AND t.state='open'",
            row => new TaskId(row.GetInt64(0)), cancelled.Id.Value);
        foreach (var id in waiting)
        {
            var hold = new Hold(HoldCode.Blocked, $"it waits for {cancelled.Id}, which was cancelled; `alai task resume {id.Value}` goes on without it");
            TaskMoves.Make(write, write.Find(id)!, new TaskMove { To = TaskState.Held, Hold = hold }, "daemon");
        }
    }

    /// <summary>Lets a root go on without the cancelled ones it waited for.</summary>
    public static void DropCancelled(StoreWrite write, TaskId task) => write.Sql.Run(
        "DELETE FROM dependency WHERE task_id=$1 AND needs IN (SELECT id FROM task WHERE state='cancelled')", task.Value);

    private static string? Cycle(StoreWrite write, TaskId task, TaskId needs) => write.Sql.Text(
        """
        WITH RECURSIVE path(id, names) AS (
          SELECT $2, '#' || $1 || ' -> #' || $2
          UNION
          SELECT d.needs, path.names || ' -> #' || d.needs FROM path JOIN dependency d ON d.task_id=path.id
          WHERE path.id<>$1 AND length(path.names)<2000)
        SELECT names FROM path WHERE id=$1 LIMIT 1
        """,
        task.Value, needs.Value);
}
