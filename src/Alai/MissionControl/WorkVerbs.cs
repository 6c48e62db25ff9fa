using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Start, assign, finish, cancel, reopen and retry.</summary>
internal static class WorkVerbs
{
    /// <summary>Holds that a fresh start may lift.</summary>
    private static readonly HoldCode[] Retried =
        [HoldCode.AttemptsExhausted, HoldCode.RoundsExhausted, HoldCode.Config, HoldCode.Sandbox, HoldCode.OutcomeUnknown, HoldCode.Budget];

    public static ChangeAnswer Assign(TaskFamily family, string actor, string? assignee, bool takeOver)
    {
        var root = family.Root;
        if (assignee is not null && !assignee.StartsWith("human:", StringComparison.Ordinal))
            return PersonChanges.Refuse($"'{assignee}' is no person; expected human:NAME, or nobody for the factory");
        if (!takeOver && root.Assignee is { } other && other != assignee)
            return PersonChanges.Refuse($"{other} is working on {root.Id}: take it over with `alai task assign {root.Id.Value} {actor[6..]}`");
        family.StopRuns(actor, $"{assignee ?? actor} took it");
        family.Touch(assignee);
        People.Meet(family.Write, assignee);
        var said = assignee is null ? $"{root.Id} is the factory's again" : $"{root.Id} is in the hands of {assignee}";
        family.Tell(assignee is null ? "released" : "assigned", actor, said);
        return family.Done(said);
    }

    public static ChangeAnswer Finish(TaskFamily family, FinishByPerson change)
    {
        var root = family.Root;
        if (string.IsNullOrWhiteSpace(change.Outcome))
            return PersonChanges.Refuse($"say what came of {root.Id}: expected an outcome in one line");
        if (!change.Force && Unproved(family) is { } unproved)
            return PersonChanges.Refuse(unproved);
        family.StopRuns(change.Actor, $"{change.Actor} finished it");
        foreach (var stage in family.Write.LiveStages(root.Id))
        {
            // What was handed to a person a person did; anything else is given up.
            var move = (stage.Hold ?? root.Hold)?.Code == HoldCode.HumanTier
                ? new TaskMove { To = TaskState.Done, Outcome = change.Outcome }
                : new TaskMove { To = TaskState.Cancelled, Outcome = $"{change.Actor} finished {root.Id}" };
            TaskMoves.Make(family.Write, stage, move, change.Actor);
        }

        TaskMoves.Make(family.Write, root, new TaskMove { To = TaskState.Done, Outcome = change.Outcome }, change.Actor);
        if (change.Force)
            family.Tell("forced", change.Actor, $"{root.Id} was called done without the factory's proof: {change.Outcome}");
        return family.Done($"{root.Id} done; {family.Was}");
    }

    public static ChangeAnswer Cancel(TaskFamily family, CancelTask change)
    {
        CancelAll(family, change.Actor, change.Reason.Length > 0 ? change.Reason : $"{change.Actor} gave it up");
        return family.Done($"{family.Root.Id} cancelled; {family.Was}");
    }

    public static void CancelAll(TaskFamily family, string actor, string reason)
    {
        var move = new TaskMove { To = TaskState.Cancelled, Outcome = reason };
        family.StopRuns(actor, reason, move);
        foreach (var task in family.All.Where(task => task.State != TaskState.Running))
            TaskMoves.Make(family.Write, task, move, actor);
    }

    public static ChangeAnswer Reopen(TaskFamily family, ReopenTask change)
    {
        var root = family.Root;
        if (!family.IsOver)
            return PersonChanges.Refuse($"{root.Id} is {SnakeWord<TaskState>.Of(root.State)}: only done or cancelled tasks are reopened");
        TaskMoves.Make(family.Write, root, new TaskMove { To = TaskState.Open, RunAt = family.Write.Now, LastFailure = change.Reason }, change.Actor);
        family.Write.Sql.Run(
            "UPDATE task SET attempts=0, transients=0, escalations=0, assignee=NULL, outcome=NULL, consent_id=NULL WHERE id=$1", root.Id.Value);
        Again(family, change.Actor, change.Reason);
        if (family.Write.Find(root.Id)! is { Sensitivity: >= 2, Approval: null } sensitive)
            TaskMoves.Make(family.Write, sensitive, new TaskMove { To = TaskState.Held, Hold = TaskFiling.ForPeople }, change.Actor);


        return family.Done($"{root.Id} open again; {family.Was}");
    }

    public static ChangeAnswer Retry(TaskFamily family, RetryTask change)
    {
        if (change.Tier is < 1 or > 5)
            return PersonChanges.Refuse($"there is no tier {change.Tier}: expected 1 to 5");
        if (family.Live.Any(stage => stage.State == TaskState.Running))
            return PersonChanges.Refuse($"{family.Root.Id} is running: stop it first with `alai task pause {family.Root.Id.Value}`");
        if (family.All.FirstOrDefault(task => task.State == TaskState.Held && !Lifts(task, change)) is { } held)
            return PersonChanges.Refuse(HoldWords.Of(held));
        var judge = PersonJudgement.IsAsked(family.Root);
        foreach (var task in family.All)
        {
            family.Write.Sql.Run("UPDATE task SET attempts=0, transients=0, escalations=0 WHERE id=$1", task.Id.Value);
            TaskMoves.Make(family.Write, task, new TaskMove { To = TaskState.Open, RunAt = family.Write.Now, Tier = change.Tier, WaitReason = judge ? PersonJudgement.Anew : "" }, change.Actor);
        }

        // Built it is: the reviewers alone are asked again.
        if (family.Live.Count == 0 && !judge)
            Again(family, change.Actor, "");
        family.Tell("retried", change.Actor, $"{family.Root.Id} tries again with fresh attempts" + (change.Tier is { } tier ? $" at tier {tier}" : ""));
        return family.Done($"{family.Root.Id} tries again; {family.Was}");
    }

    private static bool Lifts(FactoryTask task, RetryTask change) =>
        Retried.Contains(task.Hold!.Code) || PersonJudgement.IsAsked(task) || (change.Tier is not null && task.Hold.Code == HoldCode.HumanTier);

    private static string? Unproved(TaskFamily family)
    {
        var id = family.Root.Id;
        if (family.Live.FirstOrDefault(stage => stage.State == TaskState.Running) is { } running)
            return $"{running.Id} is running for {id}: wait for it, pause it, or say --force to call it done without proof";
        var landing = family.Root.ArtefactHash is not null && family.Root.Hold?.Code == HoldCode.NeedsApproval;
        return landing ? $"{id} has a result that did not land: {HoldWords.Of(family.Root)}, or say --force to call it done without" : null;
    }

    /// <summary>Files the first stage once more, as it was filed first.</summary>
    private static void Again(TaskFamily family, string actor, string reason)
    {
        var write = family.Write;
        if (write.Sql.Number("SELECT min(id) FROM task WHERE root_id=$1 AND stage IS NOT NULL", family.Root.Id.Value) is not { } first)
            return;
        var before = write.Find(new TaskId(first))!;
        var id = TaskFiling.FileStage(write, new NewTask
        {
            Title = before.Title,
            Filer = actor,
            Classification = before.Classification,
            Stage = before.Lineage.Stage,
            Root = family.Root.Id,
            Sensitivity = before.Sensitivity,
            Trust = before.Trust,
            Company = before.Company,
            Input = write.Sql.Text("SELECT input FROM task_body WHERE task_id=$1", first),
        }, family.Root);
        write.Sql.Run("UPDATE task_body SET last_failure=$2 WHERE task_id=$1", id.Value, write.Options.Redact(reason));
    }
}
