using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Yes and no of a person, bound to exactly what they saw.</summary>
internal static class ApprovalVerbs
{
    public static ChangeAnswer Approve(TaskFamily family, ApproveHold change)
    {
        if (family.Held is not { } held)
            return PersonChanges.Refuse($"{family.Root.Id} is {SnakeWord<TaskState>.Of(family.Root.State)}: nothing waits for approval");
        if (string.IsNullOrWhiteSpace(change.SubjectHash))
            return PersonChanges.Refuse("an approval needs the hash of what was seen: show the task first with `alai inbox`");
        return held.Hold!.Code switch
        {
            HoldCode.SafetyRule => Content(family, change),
            HoldCode.NeedsApproval => Result(family, held, change),
            HoldCode.Question when PersonJudgement.IsAsked(held) => Judged(family, held, change),
            _ => PersonChanges.Refuse(HoldWords.Of(held)),
        };
    }

    public static ChangeAnswer Reject(TaskFamily family, RejectHold change)
    {
        if (string.IsNullOrWhiteSpace(change.Reason))
            return PersonChanges.Refuse($"say why {family.Root.Id} is rejected: expected a reason");
        if (family.Held is not { } held)
            return PersonChanges.Refuse($"{family.Root.Id} is {SnakeWord<TaskState>.Of(family.Root.State)}: nothing waits for approval");
        var judged = PersonJudgement.IsAsked(held);
        if (!judged && held.Hold!.Code is not (HoldCode.SafetyRule or HoldCode.NeedsApproval))
            return PersonChanges.Refuse(HoldWords.Of(held));
        family.Tell("rejected", change.Actor, $"{held.Id} rejected: {change.Reason}");

        // A landing carries a result; where it goes next is for the pipeline to say, with the reason attached.
        if ((judged || held.Hold!.Code == HoldCode.NeedsApproval) && held.ArtefactHash is not null)
        {
            TaskMoves.Make(family.Write, held, new TaskMove { To = TaskState.Open, RunAt = family.Write.Now, LastFailure = change.Reason }, change.Actor);
            return family.Done($"{held.Id} rejected; it goes back with the reason");
        }

        WorkVerbs.CancelAll(family, change.Actor, "rejected: " + change.Reason);
        return family.Done($"{family.Root.Id} rejected and cancelled");
    }

    private static ChangeAnswer Content(TaskFamily family, ApproveHold change)
    {
        var root = family.Root;
        if (family.Write.Options.RulesFingerprint is { } rules && root.Text.Hash(rules()) != change.SubjectHash)
            return PersonChanges.Refuse($"{root.Id} changed since you saw it (or the safety rules did): look again and approve what is there now");
        var id = Row(family, change, "content");
        foreach (var task in family.All)
            family.Write.Sql.Run("UPDATE task SET approval_id=$2, version=version+1 WHERE id=$1", task.Id.Value, id);
        family.Tell("approved", change.Actor, $"{root.Id} approved as it reads" + Tail(change.Reason));
        foreach (var task in family.All.Where(task => task.Hold?.Code == HoldCode.SafetyRule))
            TaskMoves.Make(family.Write, task, new TaskMove { To = TaskState.Open, RunAt = family.Write.Now }, change.Actor);
        return family.Done($"{root.Id} approved and open");
    }

    private static ChangeAnswer Result(TaskFamily family, FactoryTask held, ApproveHold change)
    {
        if (held.ArtefactHash is { } artefact && artefact != change.SubjectHash)
            return PersonChanges.Refuse($"{held.Id} now has the result {artefact}, you saw {change.SubjectHash}: look again");
        var id = Row(family, change, "result");
        TaskMoves.Make(family.Write, held, new TaskMove { To = TaskState.Open, RunAt = family.Write.Now }, change.Actor);
        family.Write.Sql.Run("UPDATE task SET consent_id=$2 WHERE id=$1", held.Id.Value, id);
        family.Write.Append(EventDraft.Of(held, "approved", change.Actor, $"{held.Id} approved: {held.Hold!.Text}" + Tail(change.Reason)));
        return family.Done($"{held.Id} approved and open");
    }

    // No consent: that would land it, and the stages after this one still have their say.
    private static ChangeAnswer Judged(TaskFamily family, FactoryTask held, ApproveHold change)
    {
        if (held.ArtefactHash != change.SubjectHash)
            return PersonChanges.Refuse($"{held.Id} now has the result {held.ArtefactHash}, you saw {change.SubjectHash}: look again");
        Row(family, change, "result");
        TaskMoves.Make(family.Write, held, new TaskMove { To = TaskState.Open, RunAt = family.Write.Now, WaitReason = PersonJudgement.Passed }, change.Actor);
        family.Tell("forced", change.Actor, $"{held.Id}: {change.Actor} judged the result {change.SubjectHash} and lets it pass; {held.Hold!.Text}" + Tail(change.Reason));
        return family.Done($"{held.Id} passes by your judgement; the next stage follows");
    }

    private static long Row(TaskFamily family, ApproveHold change, string kind) => family.Write.Sql.Number(
        "INSERT INTO approval(root_id,kind,subject_hash,by,at,reason) VALUES($1,$2,$3,$4,$5,$6) RETURNING id",
        family.Root.Id.Value, kind, change.SubjectHash, change.Actor, family.Write.Now, family.Write.Clean(change.Reason))!.Value;

    private static string Tail(string reason) => reason.Length > 0 ? ": " + reason : "";
}
