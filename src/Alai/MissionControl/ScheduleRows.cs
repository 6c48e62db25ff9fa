using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Schedules and their fired slots.</summary>
internal static class ScheduleRows
{
    private const string Columns = "id,name,cron,zone,template,missed,most,actor,paused,seen_at,created_at";

    public static ScheduleAnswer Add(StoreWrite write, Schedule schedule)
    {
        if (Find(write.Sql, schedule.Name) is not null)
            return new ScheduleAnswer(null, $"there is a schedule '{schedule.Name}' already: remove it first, or choose another name");
        write.Sql.Run(
            "INSERT INTO schedule(name,cron,zone,template,missed,most,actor,seen_at,created_at) VALUES($1,$2,$3,$4,$5,$6,$7,$8,$8)",
            schedule.Name, schedule.Cron, schedule.Zone, schedule.Template, SnakeWord<MissedRuns>.Of(schedule.Missed), schedule.Most, schedule.Actor, write.Now);
        People.Meet(write, schedule.Actor);
        write.Append(new EventDraft("scheduled", schedule.Actor, $"schedule {schedule.Name} made: {schedule.Cron} in {schedule.Zone}"));
        return new ScheduleAnswer(Find(write.Sql, schedule.Name), null);
    }

    public static ScheduleAnswer Change(StoreWrite write, string name, ScheduleStep step, string actor)
    {
        if (Find(write.Sql, name) is not { } schedule)
            return new ScheduleAnswer(null, $"there is no schedule '{name}'");
        if (step == ScheduleStep.Remove)
            write.Sql.Run("DELETE FROM schedule WHERE id=$1", schedule.Id);
        else if (step == ScheduleStep.Pause)
            write.Sql.Run("UPDATE schedule SET paused=1 WHERE id=$1", schedule.Id);
        else
            write.Sql.Run("UPDATE schedule SET paused=0, seen_at=max(seen_at,CASE WHEN paused=1 THEN $2 ELSE 0 END) WHERE id=$1", schedule.Id, write.Now);
        var done = step switch { ScheduleStep.Remove => "removed", ScheduleStep.Pause => "paused", _ => "resumed" };
        write.Append(new EventDraft("schedule_" + done, actor, $"schedule {name} {done}"));
        return new ScheduleAnswer(Find(write.Sql, name) ?? schedule, null);
    }

    /// <summary>Writes that a slot was fired; a second time changes nothing.</summary>
    public static bool Fire(StoreWrite write, ScheduleFire fire)
    {
        var first = write.Sql.Run(
            """
            INSERT INTO schedule_fire(schedule_id,slot,task_id,note,at) SELECT $1,$2,$3,$4,$5 WHERE EXISTS(SELECT 1 FROM schedule WHERE id=$1)
            ON CONFLICT DO NOTHING
            """,
            fire.Schedule, fire.Slot, fire.Task?.Value, write.Clean(fire.Note), write.Now) > 0;
        write.Sql.Run("UPDATE schedule SET seen_at=max(seen_at,$2) WHERE id=$1", fire.Schedule, fire.Slot);
        if (!first)
            return false;
        var name = write.Sql.Text("SELECT name FROM schedule WHERE id=$1", fire.Schedule);
        var told = fire.Task is { } task ? $"filed {task}" : "could not file";
        write.Append(new EventDraft(fire.Task is null ? "schedule_failed" : "schedule_fired", "daemon", $"schedule {name} {told} for {fire.Slot:yyyy-MM-dd HH:mm} UTC" + (fire.Note.Length > 0 ? ": " + fire.Note : ""))
        {
            Task = fire.Task,
            Root = fire.Task,
        });
        return true;
    }

    /// <summary>Writes that everything up to a moment was passed over.</summary>
    public static bool PassOver(StoreWrite write, long schedule, DateTimeOffset until) =>
        write.Sql.Run("UPDATE schedule SET seen_at=max(seen_at,$2) WHERE id=$1", schedule, until) > 0;

    public static IReadOnlyList<Schedule> All(SqlSession sql) => sql.Rows($"SELECT {Columns} FROM schedule ORDER BY name", Read);

    public static IReadOnlyList<ScheduleFire> Fires(SqlSession sql, long schedule, int limit) => sql.Rows(
        "SELECT schedule_id,slot,task_id,note,at FROM schedule_fire WHERE schedule_id=$1 ORDER BY slot DESC LIMIT $2",
        row => new ScheduleFire(row.GetInt64(0), TaskRows.Time(row, 1)!.Value, row.IsNull(2) ? null : new TaskId(row.GetInt64(2)), row.GetString(3))
        {
            At = TaskRows.Time(row, 4)!.Value,
        },
        schedule, limit);

    private static Schedule? Find(SqlSession sql, string name) => sql.Row($"SELECT {Columns} FROM schedule WHERE name=$1", Read, name);

    private static Schedule Read(SqlRow row) => new()
    {
        Id = row.GetInt64(0),
        Name = row.GetString(1),
        Cron = row.GetString(2),
        Zone = row.GetString(3),
        Template = row.GetString(4),
        Missed = SnakeWord<MissedRuns>.Parse(row.GetString(5)),
        Most = row.GetInt32(6),
        Actor = row.GetString(7),
        Paused = row.GetBoolean(8),
        SeenAt = TaskRows.Time(row, 9)!.Value,
        CreatedAt = TaskRows.Time(row, 10)!.Value,
    };
}
