using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Pause, block, resume and answer.</summary>
internal static class HoldVerbs
{
    public static ChangeAnswer Hold(TaskFamily family, string actor, HoldCode code, string reason)
    {
        var word = SnakeWord<HoldCode>.Of(code);
        if (code == HoldCode.Blocked && string.IsNullOrWhiteSpace(reason))
            return PersonChanges.Refuse($"say what blocks {family.Root.Id}: expected a reason");
        if (family.Root.State == TaskState.Held)
            return PersonChanges.Refuse(HoldWords.Of(family.Root));
        var hold = new Hold(code, reason.Length > 0 ? reason : $"{actor} {word} it", actor);
        family.StopRuns(actor, $"{actor} {word} it", new TaskMove { To = TaskState.Held, Hold = hold });
        TaskMoves.Make(family.Write, family.Root, new TaskMove { To = TaskState.Held, Hold = hold }, actor);
        return family.Done($"{family.Root.Id} {word}; {family.Was}");
    }

    public static ChangeAnswer Resume(TaskFamily family, ResumeTask change)
    {
        var lifted = family.All.Where(IsPause).ToList();
        if (lifted.Count == 0)
        {
            return PersonChanges.Refuse(family.Held is { } held
                ? HoldWords.Of(held)
                : $"{family.Root.Id} is {SnakeWord<TaskState>.Of(family.Root.State)}, not paused or blocked: nothing to resume");
        }

        foreach (var task in lifted)
            TaskMoves.Make(family.Write, task, new TaskMove { To = TaskState.Open, RunAt = family.Write.Now }, change.Actor);
        Dependencies.DropCancelled(family.Write, family.Root.Id);
        return family.Done($"{family.Root.Id} open; {family.Was}" + Rest(family));
    }

    public static ChangeAnswer Answer(TaskFamily family, AnswerQuestion change)
    {
        if (string.IsNullOrWhiteSpace(change.Answer))
            return PersonChanges.Refuse("the answer is empty: expected some words");
        var asked = family.All.Where(task => task.Hold?.Code == HoldCode.Question && !PersonJudgement.IsAsked(task)).ToList();
        if (asked.Count == 0)
        {
            return PersonChanges.Refuse(family.Held is { } held
                ? HoldWords.Of(held)
                : $"{family.Root.Id} asks nothing; leave a comment with `alai task comment {family.Root.Id.Value} \"...\"`");
        }

        EditVerbs.AddToBody(family, $"\n\n---\nAnswer of {change.Actor}:\n\n{change.Answer}");
        foreach (var task in asked)
            TaskMoves.Make(family.Write, task, new TaskMove { To = TaskState.Open, RunAt = family.Write.Now }, change.Actor);
        family.Tell("answered", change.Actor, $"{family.Root.Id} answered: {change.Answer}", ContentHashes.OfRoot(family.Write, family.Root.Id));
        EditVerbs.VoidApprovals(family, change.Actor, null);
        return family.Done($"{family.Root.Id} answered and open");
    }

    private static bool IsPause(FactoryTask task) => task.Hold?.Code is HoldCode.Paused or HoldCode.Blocked;

    private static string Rest(TaskFamily family) =>
        family.All.FirstOrDefault(task => task.State == TaskState.Held && !IsPause(task)) is { } held
            ? "; still held: " + HoldWords.Of(held)
            : "";
}
