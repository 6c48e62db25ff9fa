using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Does what people ask. Whatever is asked of a stage is asked of its root, and acts on the stages that still live.</summary>
internal static class PersonChanges
{
    public static ChangeAnswer Make(StoreWrite write, PersonChange change)
    {
        if (!change.Actor.StartsWith("human:", StringComparison.Ordinal) || change.Actor.Length == 6)
            return Refuse($"'{change.Actor}' is no person; expected human:NAME");
        People.Meet(write, change.Actor);
        if (change is UndoLast undo)
            return StepsBack.Undo(write, undo);
        if (write.Find(change.Task) is not { } asked)
            return Refuse($"there is no task {change.Task}: see `alai task list`");
        var root = asked.IsRoot ? asked : write.Find(asked.Lineage.Root)!;
        var family = new TaskFamily(write, asked, root, write.LiveStages(root.Id));
        var answer = Do(family, change);

        // What changed nothing is no step: undo would take back something older in its place.
        if (answer.Task is { } now && (change is not EditTask || now.Version != root.Version))
            StepsBack.Remember(write, change, family);
        return answer;
    }

    public static ChangeAnswer Refuse(string refusal) => new(null, refusal);

    private static ChangeAnswer Do(TaskFamily family, PersonChange change)
    {
        var root = family.Root;
        return change switch
        {
            CommentOn comment => EditVerbs.Comment(family, comment),
            EditTask edit => EditVerbs.Edit(family, edit),
            ReopenTask reopen => WorkVerbs.Reopen(family, reopen),
            _ when family.IsOver => Refuse(
                $"{root.Id} is {SnakeWord<TaskState>.Of(root.State)}: reopen it first with `alai task reopen {root.Id.Value}`"),
            StartByPerson start => WorkVerbs.Assign(family, start.Actor, start.Actor, takeOver: false),
            AssignToPerson assign => WorkVerbs.Assign(family, assign.Actor, assign.Assignee, takeOver: true),
            FinishByPerson finish => WorkVerbs.Finish(family, finish),
            CancelTask cancel => WorkVerbs.Cancel(family, cancel),
            RetryTask retry => WorkVerbs.Retry(family, retry),
            PauseTask pause => HoldVerbs.Hold(family, pause.Actor, HoldCode.Paused, pause.Reason),
            BlockTask block => HoldVerbs.Hold(family, block.Actor, HoldCode.Blocked, block.Reason),
            ResumeTask resume => HoldVerbs.Resume(family, resume),
            AnswerQuestion answer => HoldVerbs.Answer(family, answer),
            ApproveHold approve => ApprovalVerbs.Approve(family, approve),
            RejectHold reject => ApprovalVerbs.Reject(family, reject),
            _ => throw new FactoryException($"Nothing does {change.GetType().Name} here.", "This is a fault of ALAI."),
        };
    }
}
