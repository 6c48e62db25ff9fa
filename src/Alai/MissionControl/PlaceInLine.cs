using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>
/// Where a stage stands among those of its priority: by the age of the work, not of the stage. What was begun is so reviewed and
/// landed before the next is begun, and an answered question does not send its task to the end of the line.
/// </summary>
internal static class PlaceInLine
{
    /// <summary>The time from which a new stage of a root may start; never later than now, whatever the clock did.</summary>
    public static DateTimeOffset Of(StoreWrite write, FactoryTask root) => root.CreatedAt < write.Now ? root.CreatedAt : write.Now;

    /// <summary>The time of a move: one to come stays as it is, "from now on" means as soon as the age of the work allows.</summary>
    public static DateTimeOffset? Of(StoreWrite write, TaskId task, DateTimeOffset? asked) => asked is { } at && at <= write.Now && Filed(write, task) is { } filed
        ? DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(filed, at.ToUnixTimeMilliseconds()))
        : asked;

    private static long? Filed(StoreWrite write, TaskId task) =>
        write.Sql.Number("SELECT r.created_at FROM task t JOIN task r ON r.id=t.root_id WHERE t.id=$1", task.Value);
}
