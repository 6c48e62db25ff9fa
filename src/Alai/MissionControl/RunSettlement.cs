using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>How a run ends: by its own transition, given back, or because its worker died.</summary>
internal static class RunSettlement
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    public static ApplyAnswer Apply(StoreWrite write, Transition transition, RunWords words)
    {
        var key = transition.Key;
        if (RunRows.RootOf(write.Sql, key) is not { } root)
        {
            TellStale(write, key, $"a result ({SnakeWord<RunOutcome>.Of(transition.Outcome)}) came after run {key.Run} was taken away and was discarded");
            return new ApplyAnswer(true, []);
        }

        EndRun(write, transition, words);
        if (transition.Classification is { } refined)
            Classify(write, key.Task, refined);
        TaskMoves.Set(write, (key.Task, TaskState.Running), transition.Move, CountsOf(transition));
        TellEnd(write, transition, root, words.Data);
        var filed = transition.Children.Count > 0 ? Children(write, write.Find(key.Task)!, transition.Children) : [];
        if (transition.Root is { } move)
            MoveRoot(write, write.Find(root)!, move);
        OutboxRows.Add(write, transition.Outbox);
        if (transition.Rest is { } rest)
            FactoryRows.Rest(write, rest, transition.Reason);
        return new ApplyAnswer(false, filed);
    }

    public static bool GiveBack(StoreWrite write, RunKey key, GiveBack back)
    {
        if (!RunRows.Holds(write.Sql, key))
        {
            TellStale(write, key, $"run {key.Run} was given back after it was taken away");
            return false;
        }

        write.Sql.Run("UPDATE run SET ended_at=$2, reason=$3 WHERE id=$1", key.Run.Value, write.Now, write.Clean(back.Reason));
        var task = write.Find(key.Task)!;
        TaskMoves.Set(write, task, new TaskMove { To = TaskState.Open, RunAt = back.RunAt, WaitReason = back.RunAt is null ? "" : back.Reason, Tier = back.Tier }, false);
        if (back.Classification is { } c)
            Classify(write, key.Task, c);
        write.Append(EventDraft.Of(task, "given_back", "daemon", $"{task.Id} given back by run {key.Run}: {back.Reason}") with { Run = key.Run });
        return true;
    }

    public static IReadOnlyList<OrphanRun> SettleDead(StoreWrite write, string owner)
    {
        var lost = write.Sql.Rows(
            $"SELECT {RunRows.Columns} FROM run WHERE owner=$1 AND ended_at IS NULL ORDER BY id", RunRows.Read, owner);
        foreach (var run in lost)
        {
            write.Sql.Run(
                "UPDATE run SET ended_at=$2, outcome='lost_worker', reason='its worker process died' WHERE id=$1",
                run.Key.Run.Value, write.Now);
            if (RunRows.Holds(write.Sql, run.Key))
                GiveBackLost(write, run);
        }

        return [.. lost.Select(run => new OrphanRun(run.Key, run.Workspace, run.Processes))];
    }

    public static void Classify(StoreWrite write, TaskId task, Classification c)
    {
        write.Sql.Run(
            "UPDATE task_card SET complexity=$2, domain=$3, kind=$4, confidence=$5, classified_by=$6 WHERE task_id=$1",
            task.Value, c.Complexity, SnakeWord<Domain>.Of(c.Domain), SnakeWord<TaskKind>.Of(c.Kind), c.Confidence, c.By);
        write.Sql.Run("UPDATE task_body SET why=$2 WHERE task_id=$1", task.Value, c.Why);
    }

    /// <summary>Files what follows; a child over the caps holds the root instead of losing the run's own result.</summary>
    public static List<FactoryTask> Children(StoreWrite write, FactoryTask from, IReadOnlyList<NewTask> children)
    {
        var filed = new List<FactoryTask>();
        foreach (var child in children)
        {
            var task = child.Stage is not null && child.Root is null ? child with { Root = from.Lineage.Root } : child;
            var answer = TaskFiling.File(write, task.Stage is null && task.Parent is null ? task with { Parent = from.Id } : task);
            if (answer.Task is { } done)
            {
                filed.Add(done);
                continue;
            }

            write.Append(EventDraft.Of(from, "not_filed", "daemon", $"\"{child.Title}\" was not filed: {answer.Refusal}"));
            var root = write.Find(from.Lineage.Root)!;
            if (child.Stage is not null && root.State == TaskState.Open)
            {
                TaskMoves.Make(write, root, new TaskMove { To = TaskState.Held, Hold = new Hold(HoldCode.RoundsExhausted, answer.Refusal!) }, "daemon");
            }
        }

        return filed;
    }

    // A parallel stage may have ended the root: then this run still settles, and its wish for the root is told and dropped.
    private static void MoveRoot(StoreWrite write, FactoryTask root, TaskMove move)
    {
        if (root.State is TaskState.Done or TaskState.Cancelled)
            write.Append(EventDraft.Of(root, "root_left", "daemon", $"{root.Id} stays {SnakeWord<TaskState>.Of(root.State)}; a late stage asked for {SnakeWord<TaskState>.Of(move.To)}"));
        else
            TaskMoves.Make(write, root, move, "daemon");
    }

    private static void GiveBackLost(StoreWrite write, RunRecord run)
    {
        var task = write.Find(run.Key.Task)!;
        var before = task.Progress.TransientsInARow;
        write.Sql.Run("UPDATE task SET transients=transients+1 WHERE id=$1", task.Id.Value);
        var move = before + 1 >= OutcomeTable.HoldsAfter(RunOutcome.LostWorker)
            ? new TaskMove
            {
                To = TaskState.Held,
                Hold = new Hold(HoldCode.OutcomeUnknown, $"its worker died {before + 1} times in a row; look at the log, then `alai task retry {task.Lineage.Root.Value}`"),
            }
            : new TaskMove { To = TaskState.Open, RunAt = write.Now + Wait(before), WaitReason = "its worker process died" };
        TaskMoves.Set(write, task, move, false);
        var then = move.Hold is null ? "open again" : "held (outcome_unknown)";
        write.Append(EventDraft.Of(task, "rescued", "daemon", $"{task.Id} lost its worker in run {run.Key.Run} and is {then}") with { Run = run.Key.Run });
    }

    private static TimeSpan Wait(int before) =>
        TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Min(before, 10)));

    private static void EndRun(StoreWrite write, Transition t, RunWords words) => write.Sql.Run(
        """
        UPDATE run SET ended_at=$2, outcome=$3, reason=$4, figures=$5, checks=$6, judgement=$7, artefact_hash=$8, branch=$9
        WHERE id=$1
        """,
        t.Key.Run.Value, write.Now, SnakeWord<RunOutcome>.Of(t.Outcome), words.Reason, words.Figures, words.Checks, words.Judgement,
        t.Move.ArtefactHash, t.Move.Branch);

    private static RunCounts CountsOf(Transition t) =>
        new(t.CountsAttempt, t.CountsEscalation, OutcomeTable.ClassOf(t.Outcome) == OutcomeClass.Transient);

    private static void TellEnd(StoreWrite write, Transition t, TaskId root, string data)
    {
        var task = t.Key.Task;
        var state = SnakeWord<TaskState>.Of(t.Move.To);
        var text = $"{task} run {t.Key.Run} ended {SnakeWord<RunOutcome>.Of(t.Outcome)}, task {state}" + (t.Reason.Length > 0 ? ": " + t.Reason : "");
        write.Append(new EventDraft("ended", "run:" + t.Key.Run, text) { Task = task, Root = root, Run = t.Key.Run, Data = data });
        if (t.Move.Hold is { } hold)
            write.Append(new EventDraft("held", "daemon", $"{task} held ({SnakeWord<HoldCode>.Of(hold.Code)}): {hold.Text}") { Task = task, Root = root });
    }

    private static void TellStale(StoreWrite write, RunKey key, string text)
    {
        var root = write.Sql.Number("SELECT root_id FROM task WHERE id=$1", key.Task.Value);
        write.Append(new EventDraft("stale", "run:" + key.Run, text)
        {
            Task = key.Task,
            Root = root is { } id ? new TaskId(id) : null,
            Run = key.Run,
        });
    }
}
