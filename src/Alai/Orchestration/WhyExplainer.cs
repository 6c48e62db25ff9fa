using System.Globalization;
using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>Says the exact rule that keeps a task where it is, from the same checks the dispatcher uses.</summary>
internal sealed class WhyExplainer(FactoryParts parts, DispatchCheck check, FactoryHealth health)
{
    private const int MostBefore = 200;

    /// <summary>Explains a task, or returns null when it does not exist.</summary>
    public WhyAnswer? Explain(TaskId id)
    {
        if (parts.Reader.Find(id) is not { } task)
            return null;
        var answer = Of(task);
        return answer with { Facts = [.. answer.Facts, .. Urgency(task)] };
    }

    private WhyAnswer Of(FactoryTask task) => task.State switch
    {
        TaskState.Held => Held(task),
        TaskState.Running => Running(task),
        TaskState.Done => Ended(task, "done"),
        TaskState.Cancelled => Ended(task, "cancelled"),
        _ => task.IsRoot ? OpenRoot(task) : OpenStage(task),
    };

    private IEnumerable<string> Urgency(FactoryTask task)
    {
        if (task.State is TaskState.Done or TaskState.Cancelled || !task.IsRoot)
            yield break;
        var now = parts.Time.GetUtcNow();
        if (task.Counts != task.Priority)
            yield return $"it counts as {SnakeWord<Priority>.Of(task.Counts)}: filed as {SnakeWord<Priority>.Of(task.Priority)} {Ago(now - task.CreatedAt)} ago (orchestrator.ageing_h)";
        if (task.DueAt is { } due)
            yield return due < now ? $"it is late: wanted by {due.ToUniversalTime():yyyy-MM-dd HH:mm} UTC, {Ago(now - due)} ago" : $"wanted by {due.ToUniversalTime():yyyy-MM-dd HH:mm} UTC, in {Ago(due - now)}";
    }

    private static WhyAnswer Held(FactoryTask task)
    {
        var hold = task.Hold!;
        return new WhyAnswer(
            task,
            SnakeWord<HoldCode>.Of(hold.Code),
            hold.Text,
            [.. Worker(task), $"held as {SnakeWord<HoldCode>.Of(hold.Code)}; {hold.LiftedBy} can lift it", .. Attempts(task)],
            HoldAdvice.For(task));
    }

    private WhyAnswer Running(FactoryTask task)
    {
        var run = parts.Reader.Runs(task.Id).LastOrDefault(r => r.EndedAt is null);
        if (run is null)
            return new WhyAnswer(task, "running", "A run is being settled.", [], "");
        var now = parts.Time.GetUtcNow();
        if (!health.SchedulerRuns && health.IsLost(run))
        {
            return new WhyAnswer(
                task,
                SnakeWord<SkipReason>.Of(SkipReason.NoDaemon),
                $"Run {run.Key.Run} lost its worker: the daemon is gone, and nobody works on it.",
                [$"started {Ago(now - run.StartedAt)} ago, last sign of life {Ago(now - run.PulsedAt)} ago"],
                "start the daemon again, and the work is given back: alai up");
        }

        return new WhyAnswer(
            task,
            "running",
            $"Run {run.Key.Run} works on it: {(run.Phase.Length > 0 ? run.Phase : "starting")}.",
            [
                $"route: {run.Route.Reason}",
                $"started {Ago(now - run.StartedAt)} ago, last sign of life {Ago(now - run.PulsedAt)} ago",
                $"attempt {task.Progress.Attempts + 1} of {parts.Settings.Orchestrator.Attempts}",
            ],
            $"follow it: alai task log {task.Id.Value} --follow");
    }

    private static WhyAnswer Ended(FactoryTask task, string word) => new(
        task,
        word,
        $"It is {word}: {task.Outcome ?? "no outcome was written"}",
        task.FinishedAt is { } at ? [$"ended {at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)}"] : [],
        task.IsRoot ? $"to work on it again: alai task reopen {task.Id.Value}" : "");

    private WhyAnswer OpenRoot(FactoryTask root)
    {
        if (root.Assignee is { } person)
            return Skipped(root, new Skip(SkipReason.PersonWorking, $"{person} works on it.", $"give it back: alai task assign {root.Id.Value} --factory"));
        var unmet = parts.Reader.Unmet(root.Id);
        if (unmet.Count > 0)
            return Skipped(root, Waits(unmet));
        var stages = parts.Reader.Family(root.Id).Where(task => !task.IsRoot).ToList();
        var current = stages.LastOrDefault(task => task.State is TaskState.Running)
            ?? stages.LastOrDefault(task => task.State is TaskState.Open or TaskState.Held);
        if (current is null)
            return new WhyAnswer(root, "in_pipeline", "Its last stage has ended; the next tick lands or finishes it.", [], "");
        var inner = Explain(current.Id)!;
        var stage = SnakeWord<Stage>.Of(current.Lineage.Stage!.Value).ToUpperInvariant();
        return inner with
        {
            Task = root,
            Reason = inner.Reason == "running" ? "in_pipeline" : inner.Reason,
            Sentence = $"In pipeline: {stage}, round {current.Lineage.Round + 1} ({current.Id}). {inner.Sentence}",
        };
    }

    private WhyAnswer OpenStage(FactoryTask task)
    {
        if (parts.Reader.Find(task.Lineage.Root) is { State: TaskState.Held } root)
            return new WhyAnswer(task, "in_pipeline", $"Its root {root.Id} is held: {root.Hold!.Text}", [], HoldAdvice.For(root));
        var unmet = parts.Reader.Unmet(task.Lineage.Root);
        if (unmet.Count > 0)
            return Skipped(task, Waits(unmet));
        if (task.Progress.RunAt > parts.Time.GetUtcNow())
            return Skipped(task, BackOff(task));
        if (!health.SchedulerRuns)
            return Skipped(task, new Skip(SkipReason.NoDaemon, "It is ready, but no daemon runs, so nothing is claimed.", "start one: alai up"));
        using var answer = check.Run(task);
        if (answer.Skip is { Reason: SkipReason.NoCapacity } full)
            return Skipped(task, full) with { Facts = [Line(task), .. Attempts(task)] };
        return Skipped(task, answer.Skip ?? new Skip(SkipReason.Ready, $"It is ready and will be claimed at the next tick: {answer.Route!.Reason}."));
    }

    private string Line(FactoryTask task) =>
        parts.Reader.CountBefore(parts.Time.GetUtcNow(), new ReadyCursor(task.Counts, task.Progress.RunAt, task.Id), MostBefore + 1) switch
        {
            0 => "it is the next in line",
            > MostBefore => $"more than {MostBefore} stand before it in line: by priority, then by the age of the task",
            1 => "one other stands before it in line: by priority, then by the age of the task",
            var others => $"{others} others stand before it in line: by priority, then by the age of the task",
        };

    private static Skip Waits(IReadOnlyList<FactoryTask> unmet) => new(
        SkipReason.Dependency,
        $"It comes after {string.Join(", ", unmet.Select(t => $"{t.Id} ({SnakeWord<TaskState>.Of(t.State)}: {t.Title})"))}.",
        $"see why that waits: alai task why {unmet[0].Id.Value}");

    private Skip BackOff(FactoryTask task)
    {
        var left = task.Progress.RunAt - parts.Time.GetUtcNow();
        var quota = task.Progress.WaitReason.Contains("quota", StringComparison.OrdinalIgnoreCase);
        return new Skip(
            quota ? SkipReason.Quota : SkipReason.BackOff,
            $"It waits {Ago(left)} more: {task.Progress.WaitReason}.",
            $"to try at once: alai task retry {task.Id.Value}");
    }

    private static WhyAnswer Skipped(FactoryTask task, Skip skip) => new(
        task, SnakeWord<SkipReason>.Of(skip.Reason), skip.Sentence, [.. Attempts(task)], skip.NextStep);

    private static IEnumerable<string> Worker(FactoryTask task) => task.Assignee is { } person ? [$"{person} works on it"] : [];

    private static IEnumerable<string> Attempts(FactoryTask task)
    {
        if (task.Progress.Attempts > 0)
            yield return $"{Count(task.Progress.Attempts, "attempt")} used, {Count(task.Progress.Escalations, "escalation")}";
        if (task.Progress.LastFailure.Length > 0)
            yield return "last failure: " + task.Progress.LastFailure.Split('\n')[0];
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

    private static string Ago(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => "less than a second",
        { TotalMinutes: < 2 } => $"{span.TotalSeconds:0} s",
        { TotalHours: < 2 } => $"{span.TotalMinutes:0} min",
        _ => $"{span.TotalHours:0.#} h",
    };
}
