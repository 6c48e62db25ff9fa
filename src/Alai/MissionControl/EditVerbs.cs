using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Comments and edits. An edit of what an agent reads takes its run away and voids approvals.</summary>
internal static class EditVerbs
{
    private const string Living = "SELECT id FROM task WHERE root_id=$1 AND (id=$1 OR state IN('open','held','running'))";

    public static ChangeAnswer Comment(TaskFamily family, CommentOn change)
    {
        if (string.IsNullOrWhiteSpace(change.Text))
            return PersonChanges.Refuse("the comment is empty: expected some words");
        family.Write.Append(EventDraft.Of(family.Asked, "comment", change.Actor, change.Text) with
        {
            Data = StoreJson.Write(new { text = family.Write.Options.Redact(change.Text) }),
        });
        return family.Done($"{family.Asked.Id} commented");
    }

    public static ChangeAnswer Edit(TaskFamily family, EditTask change)
    {
        var root = family.Root;
        var edit = change.Edit with { Title = change.Edit.Title is { } title ? TaskTitle.Clean(title) : null };
        if (change.Version is { } seen && seen != family.Asked.Version)
            return PersonChanges.Refuse($"{family.Asked.Id} changed since you read it (version {family.Asked.Version}, you saw {seen}); what happened since: {StepsBack.EventsSince(family.Write.Sql, root.Id, family.Asked.Version - seen)}");
        if (family.IsOver)
            return PersonChanges.Refuse($"{root.Id} is {SnakeWord<TaskState>.Of(root.State)}: reopen it first with `alai task reopen {root.Id.Value}`");
        if (edit.Title is { Length: 0 or > TaskTitle.Longest })
            return PersonChanges.Refuse($"the title must have 1 to {TaskTitle.Longest} characters");
        edit = EditNews.Of(root, edit);
        if (edit == new TaskEdit())
            return family.Done($"{root.Id} is so already: nothing was changed");
        if (edit.After is { } after && Dependencies.Replace(family.Write, root.Id, after) is { } cycle)
            return PersonChanges.Refuse(cycle);
        var reads = ChangesWhatAgentsRead(edit);
        if (reads)
            family.StopRuns(change.Actor, $"{change.Actor} edited it");
        var words = $"{root.Id} edited: {EditWords.Of(root, edit)}";
        Write(family, edit);
        family.Tell("edited", change.Actor, words, ContentHashes.OfRoot(family.Write, root.Id));
        if (edit.Title is not null || edit.Body is not null || edit.Labels is not null || edit.Sensitivity is not null || edit.Hold is not null)
            VoidApprovals(family, change.Actor, edit.Hold);
        return family.Done(words);
    }

    /// <summary>Adds to what every living stage reads.</summary>
    public static void AddToBody(TaskFamily family, string text)
    {
        foreach (var task in family.All)
        {
            family.Write.Sql.Run(
                "UPDATE task_body SET body=body||$2 WHERE task_id=$1 AND (body<>'' OR task_id=$3)",
                task.Id.Value, text, family.Root.Id.Value);
        }
    }

    /// <summary>The text changed: what was approved is no more. What is for people only waits for a person again.</summary>
    public static void VoidApprovals(TaskFamily family, string actor, Hold? hold)
    {
        var write = family.Write;
        write.Sql.Run("UPDATE approval SET voided_at=$2 WHERE root_id=$1 AND kind='content' AND voided_at IS NULL", family.Root.Id.Value, write.Now);
        write.Sql.Run("UPDATE task SET approval_id=NULL WHERE root_id=$1 AND state<>'running'", family.Root.Id.Value);
        var root = write.Find(family.Root.Id)!;
        hold ??= root.Sensitivity >= 2
            ? new Hold(HoldCode.SafetyRule, "its text changed and it is for people only: approve exactly this text, or do it yourself")
            : null;
        if (hold is not null && (root.State is TaskState.Open or TaskState.Held))
            TaskMoves.Make(write, root, new TaskMove { To = TaskState.Held, Hold = hold }, actor);
    }

    private static bool ChangesWhatAgentsRead(TaskEdit edit) =>
        edit.Title is not null || edit.Body is not null || edit.Labels is not null || edit.Criteria is not null
        || edit.Verify is not null || edit.Product is not null || edit.Sensitivity is not null || edit.Hold is not null;

    private static void Write(TaskFamily family, TaskEdit edit)
    {
        var (sql, root) = (family.Write.Sql, family.Root.Id.Value);
        sql.Run(
            """
            UPDATE task_card SET title=coalesce($2,title), accountable=coalesce($3,accountable), deploy=coalesce($4,deploy),
              docs=coalesce($5,docs) WHERE task_id=$1
            """,
            root, edit.Title, edit.Owner, edit.Deploy, edit.Docs);
        sql.Run(
            "UPDATE task SET touched_at=$2, updated_at=$2, due_at=CASE WHEN $3 IS NULL THEN due_at WHEN $3=0 THEN NULL ELSE $3 END WHERE id=$1",
            root, family.Write.Now, edit.Due);
        if (edit.Product is { } product)
            sql.Run($"UPDATE task_card SET product=$2 WHERE task_id IN ({Living})", root, product);
        sql.Run(
            """
            UPDATE task SET priority=coalesce($2,priority), given_priority=coalesce($2,given_priority),
              sensitivity=max(sensitivity,coalesce($3,0)), version=version+1, updated_at=$4
            WHERE root_id=$1 AND (id=$1 OR state IN('open','held','running'))
            """,
            root, (long?)edit.Priority, edit.Sensitivity, family.Write.Now);
        if (edit.Title is { } title)
        {
            // A stage's title carries its root's, and the rail reads it.
            sql.Run(
                "UPDATE task_card SET title=replace(title,$2,$3) WHERE task_id IN (SELECT id FROM task WHERE root_id=$1 AND id<>$1 AND state IN('open','held'))",
                root, family.Root.Title, title);
        }

        sql.Run(
            """
            UPDATE task_body SET body=coalesce($2,body), criteria=coalesce($3,criteria), labels=coalesce($4,labels),
              verify=coalesce($5,verify) WHERE task_id=$1
            """,
            root, edit.Body, StoreJson.WriteOrNull(edit.Criteria), StoreJson.WriteOrNull(edit.Labels), edit.Verify);
        if (edit.Labels is { } labels)
        {
            sql.Run("DELETE FROM task_label WHERE task_id=$1", root);
            foreach (var label in labels.Distinct(StringComparer.Ordinal))
                sql.Run("INSERT INTO task_label(label,task_id) VALUES($1,$2)", label, root);
        }

        if (edit.Title is not null || edit.Body is not null || edit.Labels is not null)
            TaskWords.Put(family.Write, family.Root.Id, family.Write.Find(family.Root.Id)!.Text);
        People.Meet(family.Write, edit.Owner);
        if (edit.Classification is { } classification)
            RunSettlement.Classify(family.Write, family.Root.Id, classification);
    }
}
