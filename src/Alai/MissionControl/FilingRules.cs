using System.Text;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>What a task must be to be filed; each refusal says what was expected, what was found, what to do.</summary>
internal static class FilingRules
{
    private const int LargestBody = 8 * 1024 * 1024;

    public static string? Refusal(StoreWrite write, NewTask task, FactoryTask? root) =>
        Text(task) ?? (task.Root is { } id ? UnderRoot(write, task, (id, root)) : AsRoot(write, task)) ?? Caps(write, task);

    /// <summary>How many generations of filed roots lie above a task's root.</summary>
    public static long Generation(StoreWrite write, TaskId task) => write.Sql.Number(
        "SELECT r.depth FROM task t JOIN task_card r ON r.task_id=t.root_id WHERE t.id=$1", task.Value) ?? 0;

    private static string? Text(NewTask task)
    {
        if (task.Title.Length == 0)
            return "the title is empty: give the task one line that says what is wanted";
        if (task.Title.Length > TaskTitle.Longest)
            return $"the title has {task.Title.Length} characters, at most {TaskTitle.Longest} are kept: put the rest into the body";
        return Encoding.UTF8.GetByteCount(task.Body) > LargestBody
            ? "the body is larger than 8 MB: put it into a file of the product and name the file"
            : null;
    }

    private static string? UnderRoot(StoreWrite write, NewTask task, (TaskId Id, FactoryTask? Task) root)
    {
        if (root.Task is not { } found)
            return $"there is no task {root.Id}: a stage task needs a root that exists";
        if (!found.IsRoot)
            return $"{root.Id} is a stage task of {found.Lineage.Root}: file under the root";
        if (task.Stage is null)
            return $"a task under {root.Id} needs a stage; a follow-up is a root of its own with {root.Id} as parent";
        return found.State is TaskState.Done or TaskState.Cancelled
            ? $"{root.Id} is {SnakeWord<TaskState>.Of(found.State)}: reopen it first with `alai task reopen {root.Id.Value}`"
            : null;
    }

    private static string? AsRoot(StoreWrite write, NewTask task)
    {
        if (task.Stage is { } stage)
            return $"a {SnakeWord<Stage>.Of(stage)} stage task needs a root";
        return task.After.Select(needs => Dependencies.Refusal(write, needs)).FirstOrDefault(refusal => refusal is not null)
            ?? (task.Parent is { } parent && write.Find(parent) is null ? $"there is no task {parent} to be the parent" : null);
    }

    private static string? Caps(StoreWrite write, NewTask task)
    {
        if ((task.Root ?? task.Parent) is not { } family)
            return null;
        var root = write.Sql.Number("SELECT root_id FROM task WHERE id=$1", family.Value) ?? family.Value;
        var children = write.Sql.Number(
            """
            SELECT (SELECT count(*) FROM task WHERE root_id=$1 AND stage IS NOT NULL)
                 + (SELECT count(*) FROM task c JOIN task p ON p.id=c.parent_id WHERE p.root_id=$1 AND c.stage IS NULL)
            """,
            root);
        if (children >= write.Options.MostChildren)
            return $"#{root} has {children} children, at most {write.Options.MostChildren} are allowed: finish or cancel it and file anew";
        return task.Stage is null && Generation(write, family) + 1 > write.Options.MostGenerations
            ? $"#{root} is {write.Options.MostGenerations} generations deep already: a person must file this one"
            : null;
    }
}
