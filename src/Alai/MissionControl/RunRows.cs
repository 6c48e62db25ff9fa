using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Reads and ends runs.</summary>
internal static class RunRows
{
    public const string Columns = """
        id,task_id,stage,fence,owner,route,started_at,ended_at,outcome,reason,phase,note,pulsed_at,workspace,processes,
        figures,checks,judgement,artefact_hash,branch
        """;

    public static RunRecord Read(SqlRow row) => new()
    {
        Key = new RunKey(new TaskId(row.GetInt64(1)), new RunId(row.GetInt64(0)), row.GetInt64(3), row.GetString(4)),
        Stage = SnakeWord<Stage>.Parse(row.GetString(2)),
        Route = StoreJson.Read<Route>(row.GetString(5)),
        StartedAt = TaskRows.Time(row, 6)!.Value,
        EndedAt = TaskRows.Time(row, 7),
        Outcome = TaskRows.Text(row, 8) is { } word ? SnakeWord<RunOutcome>.Parse(word) : null,
        Reason = row.GetString(9),
        Phase = row.GetString(10),
        Note = row.GetString(11),
        PulsedAt = TaskRows.Time(row, 12)!.Value,
        Workspace = TaskRows.Text(row, 13),
        Processes = TaskRows.Text(row, 14),
        Figures = StoreJson.Read<RunFigures>(row.GetString(15)),
        Checks = StoreJson.Read<CheckResult[]>(row.GetString(16)),
        Judgement = TaskRows.Text(row, 17) is { } judgement ? StoreJson.Read<Judgement>(judgement) : null,
        ArtefactHash = TaskRows.Text(row, 18),
        Branch = TaskRows.Text(row, 19),
    };

    /// <summary>Whether the key still owns its task: the fence and owner every write of a run is checked against.</summary>
    public static bool Holds(SqlSession sql, RunKey key) => sql.Number(
        "SELECT 1 FROM task WHERE id=$1 AND fence=$2 AND owner=$3 AND state='running'",
        key.Task.Value, key.Fence, key.Owner) is not null;

    /// <summary>The root of a key's task if the key still owns it, else null.</summary>
    public static TaskId? RootOf(SqlSession sql, RunKey key) => sql.Number(
        "SELECT root_id FROM task WHERE id=$1 AND fence=$2 AND owner=$3 AND state='running'",
        key.Task.Value, key.Fence, key.Owner) is { } root ? new TaskId(root) : null;

    /// <summary>Ends the open run of a task that a person takes away; its worker is told to stop at its next sign of life.</summary>
    public static void Stop(StoreWrite write, FactoryTask task, string reason) => write.Sql.Run(
        "UPDATE run SET ended_at=$2, outcome='cancelled', reason=$3, stopped=1 WHERE task_id=$1 AND ended_at IS NULL",
        task.Id.Value, write.Now, write.Clean(reason));

    public static PulseAnswer Pulse(StoreWrite write, RunKey key, RunPulse pulse)
    {
        if (!Holds(write.Sql, key))
        {
            return write.Sql.Number("SELECT stopped FROM run WHERE id=$1 AND fence=$2 AND owner=$3", key.Run.Value, key.Fence, key.Owner) == 1
                ? PulseAnswer.Stop
                : PulseAnswer.Stale;
        }

        write.Sql.Run(
            """
            UPDATE run SET phase=$2, note=$3, workspace=coalesce($4,workspace), processes=coalesce($5,processes), pulsed_at=$6
            WHERE id=$1
            """,
            key.Run.Value, pulse.Phase, write.Clean(pulse.Note), pulse.Workspace, pulse.Processes, write.Now);
        return PulseAnswer.Continue;
    }
}
