using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Outside effects: an intent before, an outcome after.</summary>
internal static class EffectRows
{
    private const string Columns = "task_id,step,idem_key,input_hash,status,output";

    public static EffectState Begin(StoreWrite write, EffectIntent intent)
    {
        if (Find(write.Sql, intent.IdempotencyKey) is { } before)
        {
            return before.InputHash == intent.InputHash
                ? before
                : throw new FactoryException(
                    $"The effect {intent.IdempotencyKey} was opened for {before.InputHash}; this call is for {intent.InputHash}.",
                    "An idempotency key names one effect on one input: make the input part of the key.");
        }

        write.Sql.Run(
            "INSERT INTO effect(idem_key,task_id,step,input_hash,status,at) VALUES($1,$2,$3,$4,'intent',$5)",
            intent.IdempotencyKey, intent.Task.Value, intent.Step, intent.InputHash, write.Now);
        Tell(write, intent.Task, "effect_begun", $"{intent.Task} begins {intent.Step}");
        return new EffectState(intent.Task, intent.Step, intent.IdempotencyKey, intent.InputHash, "new", "");
    }

    public static bool End(StoreWrite write, string key, bool done, string output)
    {
        if (Find(write.Sql, key) is not { } effect)
            throw new FactoryException($"No effect {key} was begun.", "Call BeginEffectAsync before the effect.");
        var status = done ? "done" : "failed";
        write.Sql.Run(
            "UPDATE effect SET status=$2, output=$3, ended_at=$4 WHERE idem_key=$1 AND status='intent'",
            key, status, write.Options.Redact(output), write.Now);
        if (effect.Status == "intent")
            Tell(write, effect.Task, "effect_ended", $"{effect.Task} {effect.Step} {status}: {output}");
        return true;
    }

    public static IReadOnlyList<EffectState> Open(SqlSession sql) =>
        sql.Rows($"SELECT {Columns} FROM effect WHERE status='intent' ORDER BY at", Read);

    public static IReadOnlyList<EffectState> Of(SqlSession sql, TaskId task) =>
        sql.Rows($"SELECT {Columns} FROM effect WHERE task_id=$1 ORDER BY at, idem_key", Read, task.Value);

    private static EffectState? Find(SqlSession sql, string key) =>
        sql.Row($"SELECT {Columns} FROM effect WHERE idem_key=$1", Read, key);

    private static EffectState Read(SqlRow row) => new(
        new TaskId(row.GetInt64(0)), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5));

    private static void Tell(StoreWrite write, TaskId task, string kind, string text)
    {
        var root = write.Sql.Number("SELECT root_id FROM task WHERE id=$1", task.Value);
        write.Append(new EventDraft(kind, "daemon", text) { Task = task, Root = root is { } id ? new TaskId(id) : null });
    }
}
