using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>What a verb found before it changed a root, and putting that back.</summary>
internal static class StepsBack
{
    private const int Kept = 500;

    /// <summary>Writes what was there before a verb that was just done; the answer's task tells the version it left.</summary>
    public static void Remember(StoreWrite write, PersonChange change, TaskFamily before)
    {
        if (Verb(change) is not { } verb || write.Find(before.Root.Id) is not { } after)
            return;
        var id = write.Sql.Number(
            "INSERT INTO step_back(root_id,actor,verb,version,before) VALUES($1,$2,$3,$4,$5) RETURNING id",
            after.Id.Value, change.Actor, verb, after.Version, StoreJson.Write(Before(before, (change as EditTask)?.Edit)));
        write.Sql.Run("DELETE FROM step_back WHERE id<=$1", id - Kept);
    }

    /// <summary>Takes the last verb of a person back, or says why not.</summary>
    public static ChangeAnswer Undo(StoreWrite write, UndoLast change)
    {
        var last = write.Sql.Row(
            "SELECT id,root_id,verb,version,before FROM step_back WHERE actor=$1 AND ($2=0 OR root_id=$2) ORDER BY id DESC LIMIT 1",
            row => new Step(row.GetInt64(0), new TaskId(row.GetInt64(1)), row.GetString(2), row.GetInt64(3), StoreJson.Read<WhatWas>(row.GetString(4))),
            change.Actor, change.Task.Value);
        if (last is null)
            return PersonChanges.Refuse($"{change.Actor[6..]} did nothing lately that could be taken back: only cancel, pause, block, resume, assign, start, label and edit are");
        var root = write.Find(last.Root)!;
        if (root.Version != last.Version)
            return PersonChanges.Refuse($"{last.Verb} of {root.Id} cannot be taken back: it changed since; last: {LastEvent(write.Sql, root.Id)}");
        var family = new TaskFamily(write, root, root, write.LiveStages(root.Id));
        var answer = PutBack(family, last, change.Actor);
        if (answer.Task is null)
            return answer;
        write.Sql.Run("DELETE FROM step_back WHERE id=$1", last.Id);
        write.Append(EventDraft.Of(root, "undone", change.Actor, $"{last.Verb} of {root.Id} was taken back"));
        return answer with { Task = write.Find(root.Id), Said = $"{last.Verb} of {root.Id} was taken back; {answer.Said}" };
    }

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
        if (answer.Task is not null && before.HadNoOwner)
            family.Write.Sql.Run("UPDATE task_card SET accountable=NULL WHERE task_id=$1", family.Root.Id.Value);
        if (answer.Task is not null && before.HadNoVerify)
        {
            family.Write.Sql.Run("UPDATE task_body SET verify=NULL WHERE task_id=$1", family.Root.Id.Value);
            family.Tell("edited", actor, $"{family.Root.Id} edited: no check of its own again", ContentHashes.OfRoot(family.Write, family.Root.Id));
        }

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
        _ => null,
    };

    private static WhatWas Before(TaskFamily family, TaskEdit? edit)
    {
        var root = family.Root;
        var progress = family.Write.Sql.Number("SELECT count(*) FROM run WHERE root_id=$1", root.Id.Value) > 0;
        return new WhatWas(root.State, root.Hold, root.Assignee, progress)
        {
            Edit = edit is null ? null : Opposite(edit, root),
            HadNoOwner = edit?.Owner is not null && root.Owner is null,
            HadNoVerify = edit?.Verify is not null && root.Verify is null,
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
    }
}
