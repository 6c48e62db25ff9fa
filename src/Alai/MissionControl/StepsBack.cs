using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>What a verb found before it changed a root, and putting that back.</summary>
internal static class StepsBack
{
    // A verb for thousands of tasks is thousands of steps, and is taken back as a whole.
    private const int Kept = 20_000;

    /// <summary>Writes what was there before a verb that was just done; the answer's task tells the version it left.</summary>
    public static void Remember(StoreWrite write, PersonChange change, TaskFamily before)
    {
        if (Verb(change) is not { } verb || write.Find(before.Root.Id) is not { } after)
            return;
        var id = write.Sql.Number(
            "INSERT INTO step_back(root_id,actor,verb,version,before) VALUES($1,$2,$3,$4,$5) RETURNING id",
            after.Id.Value, change.Actor, verb, after.Version, StoreJson.Write(Before(before, change)));
        write.Sql.Run("DELETE FROM step_back WHERE id<=$1", id - Kept);
    }

    /// <summary>
    /// Takes the last step of a person back, or says why not. A step of a call for many tasks bears the call's mark in the answer;
    /// one that cannot be taken back is forgotten once that is said, so that it does not stand before the steps of the other tasks.
    /// </summary>
    public static ChangeAnswer Undo(StoreWrite write, UndoLast change)
    {
        if (change is { Task.Value: 0, Call: null } && FiledLast(write.Sql, change.Actor) is { } filed)
            return PersonChanges.Refuse($"the last thing was add of {filed}, which undo does not take back; to give it up: `alai task cancel {filed.Value}`" + Earlier(write.Sql, (long.MaxValue, filed), change.Actor));
        if (Last(write.Sql, change) is not { } last)
            return PersonChanges.Refuse($"{change.Actor[6..]} did nothing lately that could be taken back: only cancel, pause, block, resume, assign, start, label and edit are");
        if (Instead(last) is { } instead)
            return PersonChanges.Refuse(instead + Earlier(write.Sql, (last.Id, last.Root), change.Actor));
        var answer = TakeBack(write, last, change.Actor);
        if (answer.Task is not null || last.Before.Call is not null)
            write.Sql.Run("DELETE FROM step_back WHERE id=$1", last.Id);
        return answer with { Call = last.Before.Call };
    }

    private static Step? Last(SqlSession sql, UndoLast change) => sql.Row(
        """
        SELECT id,root_id,verb,version,before FROM step_back
        WHERE actor=$1 AND ($2=0 OR root_id=$2) AND ($3 IS NULL OR json_extract(before,'$.call')=$3) ORDER BY id DESC LIMIT 1
        """,
        row => new Step(row.GetInt64(0), new TaskId(row.GetInt64(1)), row.GetString(2), row.GetInt64(3), StoreJson.Read<WhatWas>(row.GetString(4))),
        change.Actor, change.Task.Value, change.Call);

    private static ChangeAnswer TakeBack(StoreWrite write, Step last, string actor)
    {
        var root = write.Find(last.Root)!;
        if (root.Version != last.Version)
            return PersonChanges.Refuse($"{last.Verb} of {root.Id} cannot be taken back: it changed since; last: {LastEvent(write.Sql, root.Id)}");
        var family = new TaskFamily(write, root, root, write.LiveStages(root.Id));
        var answer = PutBack(family, last, actor);
        if (answer.Task is null)
            return answer;
        write.Append(EventDraft.Of(root, "undone", actor, $"{last.Verb} of {root.Id} was taken back"));
        var now = write.Find(root.Id)!;

        // The root stands again where the step before this one left it, so that one can be taken back next.
        write.Sql.Run("UPDATE step_back SET version=$3 WHERE root_id=$1 AND version=$2", root.Id.Value, last.Before.Found, now.Version);
        return answer with { Task = now, Said = $"{last.Verb} of {root.Id} was taken back; {answer.Said}" };
    }

    // What is no step back, and the verb that comes nearest to one.
    private static string? Instead(Step last)
    {
        var advice = last.Verb switch
        {
            "done" or "reject" => $"to open it again: `alai task reopen {last.Root.Value}`",
            "reopen" => $"to give it up again: `alai task cancel {last.Root.Value}`",
            "retry" or "approve" or "answer" => $"to stop it: `alai task pause {last.Root.Value}`",
            _ => null,
        };
        return advice is null ? null : $"the last thing was {last.Verb} of {last.Root}, which undo does not take back; {advice}";
    }

    // Filing leaves no step, and what a schedule files in a person's name is not the person's doing. Only the newest
    // events are looked at: what lies further back was hardly the last thing in mind.
    private static TaskId? FiledLast(SqlSession sql, string actor) => sql.Number(
        """
        SELECT CASE kind WHEN 'filed' THEN root_id END FROM event
        WHERE actor=$1 AND seq>(SELECT max(seq) FROM event)-5000
          AND NOT (kind='filed' AND EXISTS(SELECT 1 FROM schedule_fire f WHERE f.task_id=root_id))
        ORDER BY seq DESC LIMIT 1
        """,
        actor) is { } root ? new TaskId(root) : null;

    private static string Earlier(SqlSession sql, (long Step, TaskId Root) last, string actor) => sql.Text(
        """
        SELECT '. Before that: ' || verb || ' of #' || root_id || ', taken back with `alai undo --task ' || root_id || '`' FROM step_back
        WHERE actor=$1 AND id<$2 AND root_id<>$3 AND verb NOT IN('done','reject','reopen','retry','approve','answer') ORDER BY id DESC LIMIT 1
        """,
        actor, last.Step, last.Root.Value) ?? "";

    public static string LastEvent(SqlSession sql, TaskId root) => sql.Text(
        "SELECT text || ' (' || actor || ')' FROM event WHERE root_id=$1 ORDER BY seq DESC LIMIT 1", root.Value) ?? "";

    /// <summary>What changed a root, newest first: as many events as it has grown versions, at most five.</summary>
    public static string EventsSince(SqlSession sql, TaskId root, long versions) => string.Join("; ", sql.Rows(
        "SELECT text || ' (' || actor || ')' FROM event WHERE root_id=$1 ORDER BY seq DESC LIMIT $2",
        row => row.GetString(0), root.Value, Math.Clamp(versions, 1, 5)));

    private static ChangeAnswer PutBack(TaskFamily family, Step last, string actor)
    {
        var id = family.Root.Id;
        return last.Verb switch
        {
            "cancel" when last.Before.HadProgress => PersonChanges.Refuse(
                $"{id} had work behind it that cancelling ended for good: begin it again with `alai task reopen {id.Value}`"),
            "cancel" when last.Before.State != TaskState.Open => PersonChanges.Refuse(
                $"{id} was {SnakeWord<TaskState>.Of(last.Before.State)} when it was cancelled: open it with `alai task reopen {id.Value}`"),
            "cancel" => WorkVerbs.Reopen(family, new ReopenTask(id, actor, "")),
            "pause" or "block" => HoldVerbs.Resume(family, new ResumeTask(id, actor)),
            "resume" when last.Before.Hold is { } hold => HoldVerbs.Hold(family, actor, hold.Code, hold.Text),
            "assign" or "start" => WorkVerbs.Assign(family, actor, last.Before.Assignee, takeOver: true),
            "edit" => Unedit(family, last.Before, actor),
            _ => PersonChanges.Refuse($"{last.Verb} of {id} cannot be taken back"),
        };
    }

    private static ChangeAnswer Unedit(TaskFamily family, WhatWas before, string actor)
    {
        var answer = EditVerbs.Edit(family, new EditTask(family.Root.Id, actor, null, before.Edit!));
        if (answer.Task is null)
            return answer;
        if (before.HadNoOwner)
        {
            family.Write.Sql.Run("UPDATE task_card SET accountable=NULL WHERE task_id=$1", family.Root.Id.Value);
            family.Tell("edited", actor, $"{family.Root.Id} edited: nobody answers for it again");
        }

        if (before.HadNoVerify)
        {
            family.Write.Sql.Run("UPDATE task_body SET verify=NULL WHERE task_id=$1", family.Root.Id.Value);
            family.Tell("edited", actor, $"{family.Root.Id} edited: no check of its own again", ContentHashes.OfRoot(family.Write, family.Root.Id));
        }

        if (before.HadNoOwner || before.HadNoVerify)
            family.Write.Sql.Run("UPDATE task SET version=version+1 WHERE id=$1", family.Root.Id.Value);
        return answer;
    }

    private static string? Verb(PersonChange change) => change switch
    {
        CancelTask => "cancel",
        PauseTask => "pause",
        BlockTask => "block",
        ResumeTask => "resume",
        AssignToPerson => "assign",
        StartByPerson => "start",
        EditTask => "edit",
        FinishByPerson => "done",
        ReopenTask => "reopen",
        RetryTask => "retry",
        ApproveHold => "approve",
        RejectHold => "reject",
        AnswerQuestion => "answer",
        _ => null,
    };

    private static WhatWas Before(TaskFamily family, PersonChange change)
    {
        var edit = (change as EditTask)?.Edit;
        var root = family.Root;
        var progress = family.Write.Sql.Number("SELECT count(*) FROM run WHERE root_id=$1", root.Id.Value) > 0;
        return new WhatWas(root.State, root.Hold, root.Assignee, progress)
        {
            Edit = edit is null ? null : Opposite(edit, root),
            HadNoOwner = edit?.Owner is not null && root.Owner is null,
            HadNoVerify = edit?.Verify is not null && root.Verify is null,
            Found = root.Version,
            Call = change.Call,
        };
    }

    /// <summary>The edit that puts back what another one changes, and nothing else.</summary>
    private static TaskEdit Opposite(TaskEdit edit, FactoryTask root) => new()
    {
        Title = edit.Title is null ? null : root.Title,
        Body = edit.Body is null ? null : root.Body,
        Priority = edit.Priority is null ? null : root.Priority,
        Product = edit.Product is null ? null : root.Product,
        Owner = edit.Owner is null ? null : root.Owner,
        Criteria = edit.Criteria is null ? null : root.Criteria,
        Labels = edit.Labels is null ? null : root.Labels,
        Verify = edit.Verify is null ? null : root.Verify,
        Deploy = edit.Deploy is null ? null : root.Deploy,
        Docs = edit.Docs is null ? null : root.Docs,
        After = edit.After is null ? null : root.After,
        Due = edit.Due is null ? null : root.DueAt ?? TaskEdit.NoDay,
        Classification = edit.Classification is null ? null : root.Classification,
    };

    private sealed record Step(long Id, TaskId Root, string Verb, long Version, WhatWas Before);

    private sealed record WhatWas(TaskState State, Hold? Hold, string? Assignee, bool HadProgress)
    {
        public TaskEdit? Edit { get; init; }

        public bool HadNoOwner { get; init; }

        public bool HadNoVerify { get; init; }

        /// <summary>The version the verb found; 0 in a step of an older ALAI.</summary>
        public long Found { get; init; }

        public string? Call { get; init; }
    }
}
