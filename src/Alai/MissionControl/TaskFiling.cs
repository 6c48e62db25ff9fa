using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Files tasks: everything is checked before anything is written.</summary>
internal static class TaskFiling
{
    private const string Insert = """
        INSERT INTO task(id,root_id,parent_id,stage,round,state,hold_code,priority,given_priority,sensitivity,approval_id,
          tier,company,due_at,run_at,created_at,updated_at)
        VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,(SELECT approval_id FROM task WHERE id=$2),$11,$12,$13,$15,$14,$14)
        """;

    private const string InsertCard = """
        INSERT INTO task_card(task_id,uid,depth,title,product,filer,accountable,complexity,domain,kind,confidence,classified_by,
          deploy,docs,trust,hold_text,hold_lifted_by,unique_key)
        VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18)
        """;

    /// <summary>The hold of what is for people only and bears no approval.</summary>
    public static Hold ForPeople { get; } = new(HoldCode.SafetyRule, "it is for people only: approve exactly this text, or do it yourself");

    public static FilingAnswer File(StoreWrite write, NewTask task)
    {
        if (task.IdempotencyKey is { } key
            && write.Sql.Number("SELECT task_id FROM task_card WHERE unique_key=$1", key) is { } before)
        {
            return new FilingAnswer(write.Find(new TaskId(before)), false, null);
        }

        task = task with { Title = TaskTitle.Clean(task.Title), FirstStageTitle = TaskTitle.Clean(task.FirstStageTitle) };
        var root = task.Root is { } under ? write.Find(under) : null;
        if (FilingRules.Refusal(write, task, root) is { } refusal)
            return new FilingAnswer(null, false, refusal);
        if (root is not null)
            return new FilingAnswer(write.Find(FileStage(write, task, root)), true, null);
        var (id, stage) = FileRoot(write, task);
        var filed = write.Find(id)!;
        write.Fresh.Add(write, filed, stage, task.After.Count > 0);
        return new FilingAnswer(filed, true, null);
    }

    /// <summary>Files a stage task under a root that is known to take it.</summary>
    public static TaskId FileStage(StoreWrite write, NewTask task, FactoryTask root)
    {
        var sensitivity = Math.Max(task.Sensitivity, root.Sensitivity);

        // A result's approval says nothing about the text: only an approval of content lets a stage for people only start.
        var cleared = sensitivity < 2 || (root.Approval is { } approval && approval != root.Consent);
        var stage = task with
        {
            Hold = task.Hold ?? (cleared || root.State == TaskState.Held ? null : ForPeople),
            Product = task.Product.Length == 0 ? root.Product : task.Product,
            Priority = root.Counts,
            Given = root.Priority,
            Due = null,
            Sensitivity = sensitivity,
            Trust = (TrustLabel)Math.Min((int)task.Trust, (int)root.Trust),
            Parent = task.Parent ?? root.Id,
        };
        var id = Row(write, stage, PlaceInLine.Of(write, root));
        write.Fresh.Add(write, root.Id);
        return id;
    }

    private static (TaskId Root, TaskId? Stage) FileRoot(StoreWrite write, NewTask task)
    {
        var id = Row(write, task with { Hold = task.Hold ?? (task.Sensitivity >= 2 ? ForPeople : null) });
        TaskWords.Add(write, id, new TaskText(task.Title, task.Body, task.Labels));
        People.Meet(write, task.Filer);
        People.Meet(write, task.Owner);
        foreach (var needs in task.After.Distinct())
            write.Sql.Run("INSERT INTO dependency(task_id,needs) VALUES($1,$2)", id.Value, needs.Value);
        return (id, task.FirstStage is { } stage ? FirstStage(write, task, (id, stage)) : null);
    }

    private static TaskId FirstStage(StoreWrite write, NewTask task, (TaskId Root, Stage Stage) first) => Row(write, task with
    {
        Title = task.FirstStageTitle.Length > 0 ? task.FirstStageTitle : task.Title,
        Body = "",
        Labels = [],
        Criteria = [],
        Verify = null,
        Pipeline = null,
        IdempotencyKey = null,
        Hold = null,
        Owner = null,
        Due = null,
        Stage = first.Stage,
        Root = first.Root,
        Parent = first.Root,
    });

    private static TaskId Row(StoreWrite write, NewTask task, DateTimeOffset? place = null)
    {
        var id = new TaskId((write.Sql.Number("SELECT max(id) FROM task") ?? 0) + 1);
        var root = task.Root ?? id;
        var uid = Ulid.New(write.Now);
        var state = task.Hold is null ? TaskState.Open : TaskState.Held;
        var c = task.Classification;
        write.Sql.Run(
            Insert,
            id.Value, root.Value, task.Parent?.Value, task.Stage is { } stage ? SnakeWord<Stage>.Of(stage) : null, task.Round,
            SnakeWord<TaskState>.Of(state), task.Hold is { } held ? SnakeWord<HoldCode>.Of(held.Code) : null,
            (int)task.Priority, (int)(task.Given ?? task.Priority), task.Sensitivity, task.Tier, task.Company, task.Due, write.Now, place ?? write.Now);
        write.Sql.Run(
            InsertCard,
            id.Value, uid, Depth(write, task), task.Title, task.Product, task.Filer, task.Owner,
            c.Complexity, SnakeWord<Domain>.Of(c.Domain), SnakeWord<TaskKind>.Of(c.Kind), c.Confidence, c.By,
            task.Deploy, task.Docs, (int)task.Trust, task.Hold?.Text, task.Hold?.LiftedBy, task.IdempotencyKey);
        write.Sql.Run(
            "INSERT INTO task_body(task_id,labels,criteria,verify,why,input,pipeline,body) VALUES($1,$2,$3,$4,$5,$6,$7,$8)",
            id.Value, StoreJson.Write(task.Labels), StoreJson.Write(task.Criteria), task.Verify, c.Why, task.Input, task.Pipeline, task.Body);
        foreach (var label in task.Labels.Distinct(StringComparer.Ordinal))
            write.Sql.Run("INSERT INTO task_label(label,task_id) VALUES($1,$2)", label, id.Value);
        Tell(write, task, (id, root), uid);
        return id;
    }

    private static void Tell(StoreWrite write, NewTask task, (TaskId Id, TaskId Root) ids, string uid)
    {
        write.Append(new EventDraft("filed", task.Filer, $"{ids.Id} filed: {task.Title}")
        {
            Task = ids.Id,
            Root = ids.Root,
            Data = StoreJson.Write(new
            {
                uid,
                stage = task.Stage,
                priority = task.Priority,
                product = task.Product,
                sensitivity = task.Sensitivity,
                body = ContentHashes.Of(task.Body),
                terms = ContentHashes.OfTerms([task.Title, StoreJson.Write(task.Labels), StoreJson.Write(task.Criteria), task.Verify, task.Input, task.Pipeline]),
            }),
        });
        if (task.Hold is { } hold)
        {
            write.Append(new EventDraft("held", "daemon", $"{ids.Id} held ({SnakeWord<HoldCode>.Of(hold.Code)}): {hold.Text}")
            {
                Task = ids.Id,
                Root = ids.Root,
            });
        }
    }

    private static long Depth(StoreWrite write, NewTask task) => task.Stage is null && task.Parent is { } parent
        ? FilingRules.Generation(write, parent) + 1
        : 0;
}
