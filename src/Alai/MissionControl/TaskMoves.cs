using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>The only place that changes a task's state; every move is checked against <see cref="TaskStateTable"/>.</summary>
internal static class TaskMoves
{
    // What ends no hold and begins none checks none. A hold ends the consent to land; only it looks the approval up, which a move
    // that needs not must not pay for.
    private const string Update = $"{Begins}{Ends}";
    private const string UpdateFromHold = $"{Begins},hold_code=NULL{Ends}";
    private const string UpdateToHold = $"{Begins},hold_code=$13,consent_id=NULL{Ends}";
    private const string Begins = """
        UPDATE OR ROLLBACK task SET state=$2, run_at=coalesce($3, run_at), wait_reason=$4, tier=coalesce($5, tier),
          outcome=coalesce($6, outcome), branch=coalesce($7, branch), artefact_hash=coalesce($8, artefact_hash),
          finished_at=CASE WHEN $2 IN('done','cancelled') THEN $9 END,
          attempts=attempts+$10, escalations=escalations+$11, transients=coalesce($12*(transients+1), transients),
          fence=fence+(state='running'), owner=NULL, version=version+1, updated_at=$9
        """;

    private const string Ends = " WHERE id=$1";

    /// <summary>Makes a move and tells of it; <paramref name="actor"/> is a person exactly when it begins with <c>human:</c>.</summary>
    /// <exception cref="FactoryException">The table has no such move, or a hold is missing or out of place.</exception>
    public static void Make(StoreWrite write, FactoryTask task, TaskMove move, string actor)
    {
        Set(write, task, move, actor.StartsWith("human:", StringComparison.Ordinal));
        if (move.To != task.State || move.Hold is not null)
            write.Append(EventDraft.Of(task, Kind(task, move), actor, Words(task, move)));
        if (task.IsRoot && move.To == TaskState.Cancelled)
            Dependencies.HoldDependents(write, task);
    }

    /// <summary>Makes a move whose event the caller writes.</summary>
    public static void Set(StoreWrite write, FactoryTask task, TaskMove move, bool byPerson)
    {
        Check(task.Id, task.State, move, byPerson);
        Write(write, (task.Id, task.State), move, default);
        if (move.To == TaskState.Open && task.State != TaskState.Open)
            write.Fresh.Add(write, task.Lineage.Root);
    }

    /// <summary>Makes the move that ends a run, whose event the caller writes.</summary>
    public static void Set(StoreWrite write, (TaskId Id, TaskState State) task, TaskMove move, RunCounts counts)
    {
        Check(task.Id, task.State, move, byPerson: false);
        Write(write, task, move, counts);
    }

    private static void Write(StoreWrite write, (TaskId Id, TaskState State) task, TaskMove move, RunCounts counts)
    {
        var id = task.Id;
        write.Sql.Run(
            move.Hold is not null ? UpdateToHold : task.State == TaskState.Held ? UpdateFromHold : Update,
            id.Value, SnakeWord<TaskState>.Of(move.To), PlaceInLine.Of(write, id, move.RunAt), move.WaitReason, move.Tier,
            move.Outcome is { } outcome ? write.Clean(outcome) : null, move.Branch, move.ArtefactHash, write.Now,
            counts.Attempt, counts.Escalation, counts.Transient,
            move.Hold is { } hold ? SnakeWord<HoldCode>.Of(hold.Code) : null);
        if (move.Hold is not null || task.State == TaskState.Held)
        {
            write.Sql.Run(
                "UPDATE task_card SET hold_text=$2, hold_lifted_by=$3 WHERE task_id=$1",
                id.Value, move.Hold is { } told ? write.Clean(told.Text) : null, move.Hold?.LiftedBy);
        }

        if (move.LastFailure is { } failure)
            write.Sql.Run("UPDATE task_body SET last_failure=$2 WHERE task_id=$1", id.Value, write.Options.Redact(failure));
    }

    private static void Check(TaskId id, TaskState state, TaskMove move, bool byPerson)
    {
        // A root may be told something new where it stands; a running stage always goes somewhere.
        var stays = state == move.To && state != TaskState.Running;
        if (!stays && !TaskStateTable.Allows(state, move.To, byPerson))
        {
            throw new FactoryException(
                $"{id} is {SnakeWord<TaskState>.Of(state)} and cannot become {SnakeWord<TaskState>.Of(move.To)}.",
                "Allowed from there: " + string.Join(", ", TaskStateTable.Next(state).Select(SnakeWord<TaskState>.Of)) + ".");
        }

        if (move.To == TaskState.Running)
            throw new FactoryException($"{id} becomes running only by a claim.", "Call ClaimAsync.");
        if ((move.To == TaskState.Held) != (move.Hold is not null))
        {
            throw new FactoryException(
                $"{id} was to become {SnakeWord<TaskState>.Of(move.To)} {(move.Hold is null ? "without a hold" : "with a hold")}.",
                "A hold is given exactly when the state after is held.");
        }
    }

    private static string Kind(FactoryTask task, TaskMove move) => move.To switch
    {
        TaskState.Open => task.State == TaskState.Held ? "lifted" : "opened",
        _ => SnakeWord<TaskState>.Of(move.To),
    };

    private static string Words(FactoryTask task, TaskMove move) => move.To switch
    {
        TaskState.Held => $"{task.Id} held ({SnakeWord<HoldCode>.Of(move.Hold!.Code)}): {move.Hold.Text}",
        TaskState.Open => $"{task.Id} open again; was {SnakeWord<TaskState>.Of(task.State)}" + Tail(move.LastFailure ?? move.WaitReason),
        _ => $"{task.Id} {SnakeWord<TaskState>.Of(move.To)}" + Tail(move.Outcome),
    };

    private static string Tail(string? text) => string.IsNullOrEmpty(text) ? "" : ": " + text;
}
